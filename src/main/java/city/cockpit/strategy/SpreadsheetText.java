package city.cockpit.strategy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a table as spreadsheets save it. */
public final class SpreadsheetText {

    /** What they write in Western Europe where nobody asks for anything else. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private SpreadsheetText() {}

    /** UTF-8 if it is that, as the tables of the cockpit are; else Windows-1252, which every file is. */
    public static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }
}
