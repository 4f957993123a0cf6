package city.cockpit.measurement;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every observed property this cockpit knows, from {@code observed-properties.csv}, each with its range in {@code
 * plausible-ranges.csv} and its limits in {@code neighbour-limits.csv}, and those that the town has added. Any thread.
 */
public final class ObservedProperties {

    private final Map<String, ObservedProperty> shipped = new LinkedHashMap<>();
    private volatile Map<String, ObservedProperty> byKey;
    private volatile List<ObservedProperty> added = List.of();

    private ObservedProperties() {
        var plausible = ranges(CsvResource.rows("plausible-ranges.csv"));
        var neighbours = limits(CsvResource.rows("neighbour-limits.csv"));
        for (var row : CsvResource.rows("observed-properties.csv")) {
            var property = new ObservedProperty(
                    row.getField("key"),
                    Domain.valueOf(row.getField("domain")),
                    Kind.valueOf(row.getField("kind")),
                    new Unit(row.getField("ucum"), row.getField("symbol")),
                    Integer.parseInt(row.getField("decimals")),
                    Double.parseDouble(row.getField("lowest")),
                    Double.parseDouble(row.getField("highest")),
                    range(row.getField("key"), plausible),
                    limits(row.getField("key"), neighbours),
                    Optional.empty(),
                    row.getField("name_de"),
                    row.getField("name_en"));
            if (shipped.put(property.key(), property) != null)
                throw new IllegalStateException(property.key() + " stands twice in observed-properties.csv");
        }
        if (!plausible.isEmpty())
            throw new IllegalStateException("plausible-ranges.csv names what nobody observes: " + plausible.keySet());
        if (!neighbours.isEmpty())
            throw new IllegalStateException("neighbour-limits.csv names what nobody observes: " + neighbours.keySet());
        byKey = Map.copyOf(shipped);
    }

    private static Map<String, PlausibleRange> ranges(List<NamedCsvRecord> rows) {
        var ranges = new HashMap<String, PlausibleRange>();
        for (var row : rows) {
            var key = row.getField("property");
            if (row.getField("reason").isBlank()) throw new IllegalStateException(key + " has no reason for its range");
            var range = new PlausibleRange(
                    end(row.getField("lowest"), Double.NEGATIVE_INFINITY),
                    end(row.getField("highest"), Double.POSITIVE_INFINITY));
            if (ranges.put(key, range) != null)
                throw new IllegalStateException(key + " stands twice in plausible-ranges.csv");
        }
        return ranges;
    }

    private static double end(String text, double open) {
        return text.isEmpty() ? open : Double.parseDouble(text);
    }

    private static PlausibleRange range(String key, Map<String, PlausibleRange> ranges) {
        var range = ranges.remove(key);
        if (range == null) throw new IllegalStateException(key + " is missing in plausible-ranges.csv");
        return range;
    }

    private static Map<String, NeighbourLimits> limits(List<NamedCsvRecord> rows) {
        var limits = new HashMap<String, NeighbourLimits>();
        for (var row : rows) {
            var key = row.getField("property");
            if (row.getField("reason").isBlank())
                throw new IllegalStateException(key + " has no reason for its limits");
            var flat = row.getField("flat_line_minutes");
            var limit = new NeighbourLimits(
                    end(row.getField("spike"), Double.POSITIVE_INFINITY),
                    end(row.getField("per_minute"), Double.POSITIVE_INFINITY),
                    flat.isEmpty() ? Duration.ZERO : Duration.ofMinutes(Long.parseLong(flat)));
            if (limits.put(key, limit) != null)
                throw new IllegalStateException(key + " stands twice in neighbour-limits.csv");
        }
        return limits;
    }

    private static NeighbourLimits limits(String key, Map<String, NeighbourLimits> limits) {
        var found = limits.remove(key);
        if (found == null) throw new IllegalStateException(key + " is missing in neighbour-limits.csv");
        return found;
    }

    /** The properties that ship with the cockpit. */
    public static ObservedProperties load() {
        return new ObservedProperties();
    }

    /** Takes over what the town has added, in place of what it had before. Those that ship stay as they are. */
    public void add(List<ObservedProperty> own) {
        var all = new HashMap<String, ObservedProperty>();
        own.forEach(property -> all.put(property.key(), property));
        all.putAll(shipped);
        added = own.stream()
                .filter(property -> !shipped.containsKey(property.key()))
                .toList();
        byKey = Map.copyOf(all);
    }

    /** Those of the town. */
    public List<ObservedProperty> listAdded() {
        return added;
    }

    /** Whether it ships with the cockpit. */
    public boolean isShipped(String key) {
        return shipped.containsKey(key);
    }

    public Optional<ObservedProperty> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All properties, in the order of the file; those of the town after them. */
    public List<ObservedProperty> list() {
        return Stream.concat(shipped.values().stream(), added.stream()).toList();
    }
}
