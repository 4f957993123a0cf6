package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Field;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Incoming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All numbers that a device sends, each under the JSON Pointer (RFC 6901) where it stands. A truth value is 1 or 0, and so
 * are the words that devices use for it; a number may stand as text. Everything else says nothing: names of firmware, null
 * for a sensor that fails, {@code nan}.
 *
 * @param unitOf unit of what stands at a pointer, in UCUM; null if the format does not say
 */
record DeviceFields(Instant time, boolean timedOnArrival, Function<String, @Nullable String> unitOf) {

    private static final Map<String, Double> WORDS =
            Map.of("on", 1.0, "true", 1.0, "open", 1.0, "off", 0.0, "false", 0.0, "closed", 0.0);

    /** Of a message that names no time. */
    static DeviceFields onArrival(Incoming message, Function<String, @Nullable String> unitOf) {
        return new DeviceFields(message.arrivedAt(), true, unitOf);
    }

    /**
     * What is read with the time that a message names; where it names none, the arrival counts.
     *
     * @param time missing or null if the device does not say
     */
    static List<Decoded> timed(
            JsonNode time,
            Incoming message,
            Function<String, @Nullable String> unitOf,
            Function<DeviceFields, List<Decoded>> reading) {
        if (time.isMissingNode() || time.isNull()) return reading.apply(onArrival(message, unitOf));
        return switch (GivenTime.of(time, message.zone())) {
            case GivenTime.Known(var moment) -> reading.apply(at(moment, unitOf));
            case GivenTime.Unknown(var reason, var detail) -> List.of(new Refusal(reason, detail));
        };
    }

    static DeviceFields at(Instant time, Function<String, @Nullable String> unitOf) {
        return new DeviceFields(time, false, unitOf);
    }

    /** Everything below that node, in its order. */
    List<Decoded> of(JsonNode node) {
        var found = new ArrayList<Decoded>();
        collect(node, "", found);
        return found;
    }

    Decoded field(String pointer, double value) {
        return new Field(new Observation(pointer, value, unitOf.apply(pointer), time, timedOnArrival));
    }

    private void collect(JsonNode node, String pointer, List<Decoded> found) {
        if (node.isObject())
            node.propertyStream()
                    .forEach(member -> collect(member.getValue(), pointer + "/" + escaped(member.getKey()), found));
        else if (node.isArray()) for (var i = 0; i < node.size(); i++) collect(node.get(i), pointer + "/" + i, found);
        else {
            var value = number(node);
            if (value.isPresent()) found.add(field(pointer, value.getAsDouble()));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static OptionalDouble number(JsonNode node) {
        if (node.isBoolean()) return OptionalDouble.of(node.booleanValue() ? 1 : 0);
        if (!node.isString()) return Numbers.finite(node);
        var text = node.stringValue().strip();
        var word = WORDS.get(text.toLowerCase(Locale.ROOT));
        return word == null ? Numbers.finite(text) : OptionalDouble.of(word);
    }
}
