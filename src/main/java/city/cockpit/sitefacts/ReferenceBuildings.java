package city.cockpit.sitefacts;

import city.cockpit.measurement.Origin;
import city.cockpit.measurement.Threshold;
import city.cockpit.measurement.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What buildings of a kind use in a year for each square metre: mean and guide value of VDI 3807, no limits. */
public final class ReferenceBuildings {

    private static final String SCHEME = "VDI-3807";
    private static final String MEAN = "_mean";
    private static final String GUIDE = "_guide";

    private final List<Threshold> values;
    private final Map<String, Threshold> kinds;

    /** What is compared: by the name of its metric. */
    public enum Use {
        HEAT("heat_per_area", "heat_energy"),
        POWER("electricity_per_area", "energy");

        private final String metric;
        private final String meter;

        Use(String metric, String meter) {
            this.metric = metric;
            this.meter = meter;
        }

        /** The one that meters of this observed property count. */
        public static Optional<Use> ofMeter(String property) {
            return Arrays.stream(values())
                    .filter(use -> use.meter.equals(property))
                    .findFirst();
        }

        /** Key of the observed property of its meters, in kWh. */
        public String meter() {
            return meter;
        }
    }

    /** Both in kWh for each square metre and year. */
    public record Reference(double mean, double guide) {}

    public ReferenceBuildings(Thresholds thresholds) {
        values = thresholds.listThresholds().stream()
                .filter(one -> one.origin().scheme().equals(SCHEME))
                .toList();
        var found = new LinkedHashMap<String, Threshold>();
        for (var value : values)
            if (value.key().endsWith(MEAN))
                found.putIfAbsent(value.key().substring(0, value.key().length() - MEAN.length()), value);
        kinds = found;
    }

    /** Their keys, in the order of the table. */
    public List<String> listKinds() {
        return new ArrayList<>(kinds.keySet());
    }

    /** What stands before the colon of each value; the key of a kind that is not in the table. */
    public String name(String kind, Locale locale) {
        return Optional.ofNullable(kinds.get(kind))
                .map(value -> value.word(locale).replaceFirst(": .*", ""))
                .orElse(kind);
    }

    public Optional<Reference> find(String kind, Use use) {
        var mean = number(use, kind + MEAN);
        var guide = number(use, kind + GUIDE);
        return mean.isEmpty() || guide.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reference(mean.getAsDouble(), guide.getAsDouble()));
    }

    private OptionalDouble number(Use use, String key) {
        return values.stream()
                .filter(one ->
                        one.measure().metric().equals(use.metric) && one.key().equals(key))
                .mapToDouble(Threshold::value)
                .findFirst();
    }

    /** Where the numbers come from; empty without any. */
    public Optional<Origin> origin() {
        return values.stream().findFirst().map(Threshold::origin);
    }
}
