package city.cockpit.ingest.decode;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Numbers in JSON, and in the texts of devices that write them there. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}([.][0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

    private Numbers() {}

    /** The number, if the node is one and a double can hold it. */
    static OptionalDouble finite(JsonNode node) {
        if (!node.isNumber()) return OptionalDouble.empty();
        var value = node.numberValue().doubleValue();
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The number, if the text is one and a double can hold it; {@code nan} and {@code unknown} are none. */
    static OptionalDouble finite(String text) {
        if (!DECIMAL.matcher(text).matches()) return OptionalDouble.empty();
        var value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
