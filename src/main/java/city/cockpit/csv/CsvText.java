package city.cockpit.csv;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a file of strangers as lines of cells, and how such a file is written. */
public final class CsvText {

    /** What spreadsheets in Western Europe write; ISO 8859-1 differs in characters that no table has. */
    public static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** No line of a table is longer; a quotation that never ends is. */
    private static final int LONGEST_RECORD = 1 << 20;

    /** Lines to look at, and more columns than a table has. */
    private static final int LINES = 50;

    private static final long MOST_COLUMNS = 2_000;

    private CsvText() {}

    /** The lines of the stream, which it closes; characters that the encoding does not know are replaced. */
    public static CsvReader<CsvRecord> reader(InputStream in, Charset encoding, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LONGEST_RECORD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutMark(new InputStreamReader(in, encoding)));
    }

    private static Reader withoutMark(Reader reader) {
        try {
            var text = new PushbackReader(reader);
            var first = text.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) text.unread(first);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The first lines of a file, as far as they can be read.
     *
     * @param isCut whether the file goes on; then the last line, which may be cut, is left out
     * @param most after one more it ends
     */
    public static List<CsvRecord> records(byte[] begin, boolean isCut, Charset encoding, char separator, int most) {
        var records = new ArrayList<CsvRecord>();
        try (var reader = reader(new ByteArrayInputStream(begin), encoding, separator)) {
            for (var line : reader) {
                records.add(line);
                if (records.size() > most) break;
            }
        } catch (CsvParseException e) {
            if (records.isEmpty()) return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isCut && records.size() > 1 && records.size() <= most) records.removeLast();
        return records;
    }

    /**
     * How the characters are written: UTF-8 if they can be, or what a mark at the begin says.
     *
     * @param isCut whether the file goes on; then the last character may be cut
     */
    public static Charset encoding(byte[] begin, boolean isCut) {
        if (starts(begin, 0xff, 0xfe)) return StandardCharsets.UTF_16LE;
        if (starts(begin, 0xfe, 0xff)) return StandardCharsets.UTF_16BE;
        return isUtf8(begin, isCut) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean starts(byte[] begin, int first, int second) {
        return begin.length > 1 && (begin[0] & 0xff) == first && (begin[1] & 0xff) == second;
    }

    private static boolean isUtf8(byte[] begin, boolean isCut) {
        for (var cut = 0; cut < 4 && cut < begin.length; cut++)
            try {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(begin, 0, begin.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                if (!isCut) return false;
            }
        return begin.length == 0;
    }

    /** The one that parts the most lines into the same number of cells; of several the one that makes the most. */
    public static char separator(byte[] begin, boolean isCut, Charset encoding) {
        var best = ',';
        var most = 0L;
        for (var separator : List.of(';', '\t', '|', ',')) {
            var linesByCells = records(begin, isCut, encoding, separator, LINES).stream()
                    .filter(line -> line.getFieldCount() > 1)
                    .collect(groupingBy(CsvRecord::getFieldCount, counting()));
            for (var entry : linesByCells.entrySet()) {
                var weight = entry.getValue() * MOST_COLUMNS + entry.getKey();
                if (weight <= most) continue;
                most = weight;
                best = separator;
            }
        }
        return best;
    }
}
