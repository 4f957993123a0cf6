package city.cockpit.basemap;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whether the map has a background. */
@Component
public class BaseMap {

    private final Optional<BaseLayer> layer;

    BaseMap(MapSettings settings) {
        layer = settings.kind() == MapSettings.Kind.NONE
                ? Optional.empty()
                : Optional.of(new BaseLayer(
                        TileEndpoint.ADDRESS, settings.attribution().strip(), settings.maxZoom()));
    }

    /** The background by configuration; empty without one. */
    public Optional<BaseLayer> layer() {
        return layer;
    }
}
