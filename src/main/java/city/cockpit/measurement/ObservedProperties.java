package city.cockpit.measurement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every observed property this cockpit knows, from {@code observed-properties.csv}. Immutable. */
public final class ObservedProperties {

    private final Map<String, ObservedProperty> byKey = new LinkedHashMap<>();

    private ObservedProperties() {
        for (var row : CsvResource.rows("observed-properties.csv")) {
            var property = new ObservedProperty(
                    row.getField("key"),
                    Domain.valueOf(row.getField("domain")),
                    Kind.valueOf(row.getField("kind")),
                    new Unit(row.getField("ucum"), row.getField("symbol")),
                    Integer.parseInt(row.getField("decimals")),
                    Double.parseDouble(row.getField("lowest")),
                    Double.parseDouble(row.getField("highest")),
                    row.getField("name_de"),
                    row.getField("name_en"));
            if (byKey.put(property.key(), property) != null)
                throw new IllegalStateException(property.key() + " stands twice in observed-properties.csv");
        }
    }

    /** The properties that ship with the cockpit. */
    public static ObservedProperties load() {
        return new ObservedProperties();
    }

    public Optional<ObservedProperty> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All properties, in the order of the file. */
    public List<ObservedProperty> list() {
        return List.copyOf(byKey.values());
    }
}
