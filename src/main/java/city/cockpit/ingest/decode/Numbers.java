package city.cockpit.ingest.decode;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** Numbers in JSON. */
final class Numbers {

    private Numbers() {}

    /** The number, if the node is one and a double can hold it. */
    static OptionalDouble finite(JsonNode node) {
        if (!node.isNumber()) return OptionalDouble.empty();
        var value = node.numberValue().doubleValue();
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
