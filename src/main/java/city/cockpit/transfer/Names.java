package city.cockpit.transfer;

import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** To which series the names in a file belong. One thread; asks the catalog once for each name. */
final class Names {

    private static final int MOST_REMEMBERED = 10_000;

    private final SeriesCatalog catalog;
    private final Map<String, SeriesId> chosen;
    private final Map<String, Optional<Series>> known = new HashMap<>();

    Names(SeriesCatalog catalog, Map<String, SeriesId> chosen) {
        this.catalog = catalog;
        this.chosen = chosen;
    }

    Optional<Series> find(String name) {
        var found = known.get(name);
        if (found != null) return found;
        found = chosen.containsKey(name) ? catalog.findSeries(chosen.get(name)) : named(catalog, name);
        if (known.size() < MOST_REMEMBERED) known.put(name, found);
        return found;
    }

    /** The series that is called so itself, or whose sensor is known by that name, too. */
    static Optional<Series> named(SeriesCatalog catalog, String name) {
        var id = name.strip().toLowerCase(Locale.ROOT);
        if (!SeriesId.isWellFormed(id)) return Optional.empty();
        var asked = new SeriesId(id);
        var sensor = catalog.sensorNamed(new SensorId(asked.sensor().value()));
        return catalog.findSeries(SeriesId.of(sensor, asked.propertyKey()));
    }
}
