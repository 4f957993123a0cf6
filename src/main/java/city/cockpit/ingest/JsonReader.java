package city.cockpit.ingest;

import city.cockpit.ingest.JsonFlaw.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON from strangers: strictly, no name twice in an object, nothing behind the value, within limits. */
@Component
public class JsonReader {

    private final JsonMapper mapper;
    private final int longestArray;

    JsonReader(IngestSettings settings) {
        longestArray = settings.maxArrayLength();
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(settings.maxJsonDepth())
                .maxNumberLength(settings.maxNumberLength())
                .maxNameLength(settings.maxNameLength())
                .maxStringLength(settings.maxTextLength())
                .maxDocumentLength(settings.maxPayload().toBytes())
                .build();
        mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        // One thread reads all messages; the shared pool would cost it a tenth of its time.
                        .recyclerPool(JsonRecyclerPools.threadLocalPool())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Never throws; any thread. */
    public Json read(byte[] payload) {
        try {
            var root = mapper.readTree(payload);
            if (root == null || root.isMissingNode()) return new Json.Broken(JsonFlaw.somewhere(Kind.EMPTY));
            return isTooLong(root) ? new Json.Broken(JsonFlaw.somewhere(Kind.TOO_MANY)) : new Json.Read(root);
        } catch (JacksonException e) {
            return new Json.Broken(flaw(kind(e), payload, e.getLocation()));
        }
    }

    private static Kind kind(JacksonException e) {
        return switch (e) {
            case UnexpectedEndOfInputException _ -> Kind.CUT_OFF;
            case StreamConstraintsException _ -> Kind.TOO_LARGE;
            case MismatchedInputException _ -> Kind.MORE_BEHIND;
            // Jackson has no type of its own for it.
            default -> e.getOriginalMessage().startsWith("Duplicate ") ? Kind.NAMED_TWICE : Kind.OUT_OF_PLACE;
        };
    }

    /** Jackson counts bytes, people count characters. */
    private static JsonFlaw flaw(Kind kind, byte[] payload, @Nullable TokenStreamLocation at) {
        if (at == null || at.getByteOffset() < 0) return JsonFlaw.somewhere(kind);
        var before = new String(payload, 0, (int) Math.min(at.getByteOffset(), payload.length), StandardCharsets.UTF_8);
        var line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new JsonFlaw(kind, line, before.length() - before.lastIndexOf('\n'));
    }

    /** No deeper than the nesting that was allowed. */
    private boolean isTooLong(JsonNode node) {
        if (node.size() > longestArray) return true;
        for (var child : node) if (child.isContainer() && isTooLong(child)) return true;
        return false;
    }

    /** What became of a payload that should be JSON. */
    public sealed interface Json {

        record Read(JsonNode root) implements Json {}

        record Broken(JsonFlaw flaw) implements Json {}
    }
}
