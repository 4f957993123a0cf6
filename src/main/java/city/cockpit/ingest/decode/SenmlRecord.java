package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.RejectReason;
import city.cockpit.measurement.SensorId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One record of a SenML pack, resolved against its base fields. */
final class SenmlRecord {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:./_-]*");
    private static final List<String> RECORD_LABELS = List.of("n", "u", "v", "vs", "vb", "vd", "s", "t", "ut");
    private static final List<String> OTHER_VALUES = List.of("vs", "vb", "vd");
    private static final String SEPARATORS = "/:.-";

    private SenmlRecord() {}

    /** Whether there is a record at all, and not only base fields for the following ones. */
    static boolean isPresentIn(JsonNode entry) {
        return RECORD_LABELS.stream().anyMatch(entry::has);
    }

    static Decoded decode(JsonNode entry, SenmlBase base, Incoming message) {
        if (entry.has("n") && !entry.path("n").isString())
            return new Refusal(RejectReason.MALFORMED, "the name is no text: " + entry.path("n"));
        var name = base.name() + (entry.has("n") ? entry.path("n").stringValue() : "");
        if (!NAME.matcher(name).matches())
            return new Refusal(RejectReason.MALFORMED, "not a SenML name: '" + name + "'");
        if (entry.has("u") && !entry.path("u").isString())
            return new Refusal(RejectReason.UNIT, "the unit of " + name + " is no text");
        if (!entry.has("v") || OTHER_VALUES.stream().anyMatch(entry::has))
            return new Refusal(RejectReason.NOT_A_NUMBER, name + " has no number or more than one value");
        var value = Numbers.finite(entry.path("v"));
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble() + base.value()))
            return new Refusal(RejectReason.NOT_A_NUMBER, "%s = %.100s".formatted(name, entry.path("v")));
        return observation(entry, base, message, withoutSensor(name, message.sensor()), value.getAsDouble());
    }

    private static Decoded observation(
            JsonNode entry, SenmlBase base, Incoming message, String property, double value) {
        var own = SenmlTime.seconds(entry.path("t"));
        if (entry.has("t") && own.isEmpty())
            return new Refusal(RejectReason.MALFORMED_TIME, "not a number of seconds: " + entry.path("t"));
        var time = SenmlTime.of(own.map(base.time()::add).orElse(base.time()), message.arrivedAt());
        return new Observation(property, value + base.value(), unit(entry, base), time.instant(), time.relative());
    }

    private static @Nullable String unit(JsonNode entry, SenmlBase base) {
        return entry.has("u") ? entry.path("u").stringValue() : base.unit();
    }

    private static String withoutSensor(String name, SensorId sensor) {
        var prefix = sensor.value().length();
        return name.startsWith(sensor.value()) && name.length() > prefix && SEPARATORS.indexOf(name.charAt(prefix)) >= 0
                ? name.substring(prefix + 1)
                : name;
    }
}
