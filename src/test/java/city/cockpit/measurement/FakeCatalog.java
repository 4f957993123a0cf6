package city.cockpit.measurement;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A town whose sensors report each minute, registered by a test. */
public final class FakeCatalog implements SeriesCatalog {

    private final Map<SeriesId, Series> series = new TreeMap<>();
    private final Map<SensorId, SensorFacts> facts = new HashMap<>();
    private final Map<SensorId, Integer> ports = new HashMap<>();

    public Series add(String id, String place) {
        return add(id, place, OptionalInt.empty());
    }

    public Series add(String id, String place, int capacity) {
        return add(id, place, OptionalInt.of(capacity));
    }

    private Series add(String id, String place, OptionalInt capacity) {
        var seriesId = new SeriesId(id);
        var property = ObservedProperties.load().find(seriesId.propertyKey()).orElseThrow();
        var added = new Series(
                series.size() + 1,
                seriesId,
                property,
                Duration.ofMinutes(1),
                siteOf(place),
                capacity,
                List.of(),
                false);
        return add(added);
    }

    /** Registers a series with everything special about it. */
    public Series add(Series added) {
        series.put(added.id(), added);
        return added;
    }

    @Override
    public Optional<Series> findSeries(SeriesId id) {
        return Optional.ofNullable(series.get(id));
    }

    @Override
    public List<Series> listSeries() {
        return List.copyOf(series.values());
    }

    public void know(SensorId sensor, SensorFacts known) {
        facts.put(sensor, known);
    }

    /** The LoRaWAN device of the sensor tells on that port what it measures. */
    public void expectPort(SensorId sensor, int port) {
        ports.put(sensor, port);
    }

    @Override
    public OptionalInt portOf(SensorId sensor) {
        var port = ports.get(sensor);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    @Override
    public SensorFacts facts(SensorId sensor) {
        return facts.getOrDefault(sensor, SensorFacts.UNKNOWN);
    }

    @Override
    public boolean knows(SensorId sensor) {
        return series.keySet().stream().anyMatch(id -> id.sensor().equals(sensor));
    }

    /** A site of that title in the middle of the town. */
    public static Site siteOf(String title) {
        var key = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return new Site(key.isEmpty() ? "site" : key, title, "Altstadt", 50.869, 9.706);
    }
}
