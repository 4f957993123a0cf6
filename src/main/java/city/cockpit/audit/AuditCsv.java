package city.cockpit.audit;

import static city.cockpit.csv.Cells.harmless;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;

/** Lines of the audit trail as rows for a spreadsheet. */
final class AuditCsv {

    private static final Change NONE = new Change("", "", "");

    private final OutputStreamWriter out;
    private final CsvWriter rows;

    AuditCsv(OutputStream out) {
        this.out = new OutputStreamWriter(out, UTF_8);
        this.rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(this.out);
        rows.writeRecord("number", "at", "actor", "deed", "object", "field", "before", "after");
    }

    void write(Entry entry) {
        var changes = entry.changes().isEmpty() ? List.of(NONE) : entry.changes();
        for (var change : changes)
            rows.writeRecord(
                    Long.toString(entry.number()),
                    entry.at().toString(),
                    harmless(entry.actor()),
                    entry.deed().name(),
                    harmless(entry.object()),
                    harmless(change.field()),
                    harmless(change.before()),
                    harmless(change.after()));
    }

    void flush() throws IOException {
        rows.flush();
        out.flush();
    }
}
