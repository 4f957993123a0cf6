package city.cockpit.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes what strangers sent safe to store and to show. */
final class Printable {

    private static final char STAND_IN = '\uFFFD';
    private static final int LONGEST_UTF8_CHARACTER = 4;

    private Printable() {}

    /** The beginning of a text, with a stand-in for everything that is no visible character. */
    static String line(String text, int longest) {
        var result = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> result.appendCodePoint(isVisible(c) ? c : STAND_IN));
        if (text.codePointCount(0, text.length()) > longest) result.setCharAt(result.length() - 1, '…');
        return result.toString();
    }

    /** Text if the bytes are the beginning of a text in UTF-8, else hexadecimal digits. */
    static String textOrHex(byte[] bytes) {
        // the end may be the first half of a character
        return IntStream.range(0, Math.min(LONGEST_UTF8_CHARACTER, bytes.length + 1))
                .mapToObj(cut -> findText(bytes, bytes.length - cut))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> HexFormat.of().formatHex(bytes));
    }

    private static Optional<String> findText(byte[] bytes, int length) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            var result = new StringBuilder();
            text.codePoints()
                    .map(c -> isVisible(c) || c == '\n' || c == '\t' ? c : STAND_IN)
                    .forEach(result::appendCodePoint);
            return Optional.of(result.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
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
