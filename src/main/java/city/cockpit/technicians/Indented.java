package city.cockpit.technicians;

/** JSON with a line for each part, in the words in which it was sent; anything else stays as it is. */
final class Indented {

    private static final int DEEPEST = 8;

    private Indented() {}

    static String of(String text) {
        var first = text.isBlank() ? ' ' : text.strip().charAt(0);
        return first == '{' || first == '[' ? indent(text.strip()) : text;
    }

    private static String indent(String json) {
        var result = new StringBuilder();
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < json.length(); i++) {
            var c = json.charAt(i);
            if (quoted) {
                result.append(c);
                if (c == '\\' && i + 1 < json.length()) result.append(json.charAt(++i));
                quoted = c != '"';
                continue;
            }
            switch (c) {
                case '"' -> {
                    quoted = true;
                    result.append(c);
                }
                case '{', '[' -> line(result.append(c), ++depth);
                case '}', ']' -> line(result, --depth).append(c);
                case ',' -> line(result.append(c), depth);
                case ':' -> result.append(": ");
                case ' ', '\t', '\n', '\r' -> {}
                default -> result.append(c);
            }
        }
        return result.toString();
    }

    private static StringBuilder line(StringBuilder result, int depth) {
        return result.append('\n').append("  ".repeat(Math.clamp(depth, 0, DEEPEST)));
    }
}
