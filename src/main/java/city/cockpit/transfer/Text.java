package city.cockpit.transfer;

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
import java.util.ArrayList;
import java.util.List;

/** Bytes of a file as lines of cells. */
final class Text {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** No line of a table is longer; a quotation that never ends is. */
    private static final int LONGEST_RECORD = 1 << 20;

    private Text() {}

    /** The lines of the stream, which it closes; characters that the encoding does not know are replaced. */
    static CsvReader<CsvRecord> reader(InputStream in, Encoding encoding, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LONGEST_RECORD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutMark(new InputStreamReader(in, encoding.charset())));
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

    /** The first lines of a file of which this is the begin; the last one, which may be cut, only if it is all. */
    static List<CsvRecord> records(byte[] begin, Encoding encoding, char separator, int most) {
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
        if (begin.length >= Recognition.SAMPLE_BYTES && records.size() > 1 && records.size() <= most)
            records.removeLast();
        return records;
    }
}
