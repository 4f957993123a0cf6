package city.cockpit.ingest;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
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
            if (root == null || root.isMissingNode()) return new Json.Broken("empty");
            return isTooLong(root)
                    ? new Json.Broken("more than %d elements".formatted(longestArray))
                    : new Json.Read(root);
        } catch (JacksonException e) {
            return new Json.Broken(e.getOriginalMessage() + " at byte "
                    + Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset()));
        }
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

        /** The detail may hold anything the payload held. */
        record Broken(String detail) implements Json {}
    }
}
