package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * SenML in JSON (RFC 8428). The topic names the sensor; the resolved name of a record is the key of the observed
 * property, where the name of the sensor and one of {@code / : . -} may stand before it. Numbers only: records with a
 * text, a truth value, data or nothing but a sum are refused, the others of the pack survive.
 */
@Component
public final class SenmlDecoder implements Decoder {

    private static final int NEWEST_VERSION = 10;
    private static final Set<String> LABELS =
            Set.of("bn", "bt", "bu", "bv", "bs", "bver", "n", "u", "v", "vs", "vb", "vd", "s", "t", "ut");

    @Override
    public String format() {
        return "senml";
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (!(message.json() instanceof Json.Read(var pack)) || !isPack(pack)) return Optional.empty();
        var flaw = flawOf(pack);
        if (flaw.isPresent()) return Optional.of(List.of(new Refusal(RejectReason.MALFORMED, flaw.get())));
        var found = new ArrayList<Decoded>();
        var base = SenmlBase.NONE;
        for (var entry : pack) {
            base = base.with(entry);
            if (SenmlRecord.isPresentIn(entry)) found.add(SenmlRecord.decode(entry, base, message));
        }
        return Optional.of(
                found.isEmpty() ? List.of(new Refusal(RejectReason.MALFORMED, "a SenML pack without records")) : found);
    }

    private static boolean isPack(JsonNode root) {
        return root.isArray()
                && root.path(0).isObject()
                && root.path(0).propertyNames().stream().anyMatch(LABELS::contains);
    }

    /** What forbids to read any record of the pack. */
    private static Optional<String> flawOf(JsonNode pack) {
        var version = Optional.<JsonNode>empty();
        for (var entry : pack) {
            if (!entry.isObject()) return Optional.of("a SenML record is no object");
            for (var label : entry.propertyNames())
                if (label.endsWith("_") && !LABELS.contains(label))
                    return Optional.of("the SenML field '" + label + "' must be understood and is not");
            var base = SenmlBase.flawOf(entry);
            if (base.isPresent()) return base;
            var named = entry.optional("bver");
            if (named.isPresent() && version.isPresent() && !named.equals(version))
                return Optional.of("a SenML pack of two versions");
            if (named.isPresent()) version = named;
        }
        return version.filter(named -> !isReadable(named)).map(named -> "SenML version " + named);
    }

    private static boolean isReadable(JsonNode version) {
        return version.isInt() && version.intValue() >= 1 && version.intValue() <= NEWEST_VERSION;
    }
}
