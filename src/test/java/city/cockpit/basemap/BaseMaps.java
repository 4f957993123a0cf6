package city.cockpit.basemap;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Backgrounds of the map for tests. */
public final class BaseMaps {

    private BaseMaps() {}

    public static BaseMap none() {
        return new BaseMap(settings(Map.of()));
    }

    /** The settings with these values and else the defaults. */
    static MapSettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("cockpit.map", MapSettings.class);
    }
}
