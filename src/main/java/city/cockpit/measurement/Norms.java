package city.cockpit.measurement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every norm a value may be judged by, from {@code norms.csv}. Immutable. */
public final class Norms {

    private final Map<String, Norm> byProperty = new LinkedHashMap<>();

    private Norms() {
        var bands = new ArrayList<Band>();
        for (var row : CsvResource.rows("norms.csv")) {
            var upper = row.getField("upper");
            var propertyKey = row.getField("property");
            if (!byProperty.containsKey(propertyKey)) bands.clear();
            bands.add(new Band(
                    row.getField("band"),
                    Severity.valueOf(row.getField("severity")),
                    Double.parseDouble(row.getField("lower")),
                    upper.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(upper),
                    row.getField("word_de"),
                    row.getField("word_en")));
            byProperty.put(
                    propertyKey,
                    new Norm(
                            row.getField("norm"),
                            row.getField("version"),
                            row.getField("source"),
                            propertyKey,
                            Averaging.valueOf(row.getField("averaging")),
                            bands));
        }
    }

    /** The norms that ship with the cockpit. */
    public static Norms load() {
        return new Norms();
    }

    /** The norm of a property; empty where nobody published one, and then no screen says "good" or "bad". */
    public Optional<Norm> find(String propertyKey) {
        return Optional.ofNullable(byProperty.get(propertyKey));
    }

    public List<Norm> list() {
        return List.copyOf(byProperty.values());
    }
}
