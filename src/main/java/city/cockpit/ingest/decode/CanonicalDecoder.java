package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.RejectReason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The cockpit's own format: {@code {"time": "2026-11-22T10:15:00Z", "values": {"pm10": 12.3}}} or an array of such
 * objects. The time has one of the forms of {@link GivenTime}; without one the values hold at the arrival. Any other member is refused, because a mistyped {@code time}
 * would otherwise silently become the time of arrival.
 */
@Component
public final class CanonicalDecoder implements Decoder {

    private static final Set<String> MEMBERS = Set.of("time", "values");

    @Override
    public String format() {
        return "cockpit";
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))) return Optional.empty();
        if (root.has("values")) return Optional.of(object(root, message));
        if (!root.isArray() || !root.path(0).has("values")) return Optional.empty();
        return Optional.of(StreamSupport.stream(root.spliterator(), false)
                .flatMap(element -> object(element, message).stream())
                .toList());
    }

    private static List<Decoded> object(JsonNode object, Incoming message) {
        var values = object.path("values");
        if (!values.isObject() || values.isEmpty())
            return List.of(new Refusal(RejectReason.MALFORMED, "no object 'values' with at least one value"));
        for (var member : object.propertyNames())
            if (!MEMBERS.contains(member))
                return refuseAll(values, RejectReason.MALFORMED, "unknown member '" + member + "'");
        var given = object.get("time");
        if (given == null) return values(values, message.arrivedAt(), true);
        return switch (GivenTime.of(given, message.zone())) {
            case GivenTime.Known(var time) -> values(values, time, false);
            case GivenTime.Unknown(var reason, var detail) -> refuseAll(values, reason, detail);
        };
    }

    private static List<Decoded> refuseAll(JsonNode values, RejectReason reason, String detail) {
        return Collections.nCopies(values.size(), new Refusal(reason, detail));
    }

    private static List<Decoded> values(JsonNode values, Instant time, boolean timedOnArrival) {
        return values.propertyStream()
                .map(entry -> value(entry.getKey(), entry.getValue(), time, timedOnArrival))
                .toList();
    }

    private static Decoded value(String property, JsonNode node, Instant time, boolean timedOnArrival) {
        var value = Numbers.finite(node);
        return value.isPresent()
                ? new Observation(property, value.getAsDouble(), null, time, timedOnArrival)
                : new Refusal(RejectReason.NOT_A_NUMBER, "%s = %.100s".formatted(property, node));
    }
}
