package city.cockpit.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes what strangers sent safe to store and to show. */
public final class Printable {

    private static final char STAND_IN = '\uFFFD';

    private Printable() {}

    /** The beginning of a text, with a stand-in for everything that is no visible character. */
    public static String line(String text, int longest) {
        var result = new StringBuilder();
        var enough = 2 * longest + 2; // a character takes two places at most, and strangers write long texts
        var head = text.length() > enough ? text.substring(0, enough) : text;
        head.codePoints().limit(longest).forEach(c -> result.appendCodePoint(isVisible(c) ? c : STAND_IN));
        if (head.codePointCount(0, head.length()) > longest) result.setCharAt(result.length() - 1, '…');
        return result.toString();
    }

    /** Text if the bytes are the beginning of a text in UTF-8, else hexadecimal digits. */
    public static String textOrHex(byte[] bytes) {
        var text = CharBuffer.allocate(bytes.length);
        var endOfInput = false; // the last character may be cut in half
        if (StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), text, endOfInput)
                .isError()) return HexFormat.of().formatHex(bytes);
        var result = new StringBuilder();
        text.flip()
                .codePoints()
                .map(c -> isVisible(c) || c == '\n' || c == '\t' ? c : STAND_IN)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
