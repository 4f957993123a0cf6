package city.cockpit.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import city.cockpit.csv.Cells;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import city.cockpit.transfer.Import.State;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The imports of this installation. */
@Component
class StoredImports implements Imports {

    private static final int LONGEST_NAME = 200;
    private static final int PAGE = 1_000;

    private final ImportTable table;
    private final SeriesCatalog catalog;
    private final TownSource town;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransferSettings settings;
    private final InstantSource clock;

    StoredImports(
            ImportTable table,
            SeriesCatalog catalog,
            TownSource town,
            AuditTrail audit,
            TransactionTemplate transaction,
            TransferSettings settings,
            InstantSource clock) {
        this.table = table;
        this.catalog = catalog;
        this.town = town;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public long mostBytes() {
        return settings.mostBytes().toBytes();
    }

    @Override
    public Brought bring(String fileName, InputStream content, String by) throws IOException {
        var name = fileName.replace("\0", "");
        var id =
                table.begin(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, by, clock.instant());
        var kept = false;
        try {
            var begin = new ByteArrayOutputStream();
            var bytes = keep(id, content, begin);
            if (bytes > mostBytes()) return new Brought.TooLarge();
            var form = new Recognition(catalog, town.town().zone()).guess(begin.toByteArray());
            var sample = Sample.of(begin.toByteArray(), form, catalog);
            if (sample.columns().isEmpty()) return new Brought.Unreadable();
            var known = form.header()
                    ? table.listMappings(sample.signature()).stream().findFirst()
                    : Optional.<Mapping>empty();
            table.arrived(
                    id,
                    bytes,
                    known.map(mapping -> mapping.form().in(form.encoding())).orElse(form),
                    known.map(Mapping::name).orElse(""));
            kept = true;
            return new Brought.Taken(table.find(id).orElseThrow());
        } finally {
            if (!kept) table.remove(id);
        }
    }

    /** Writes each piece by itself, so that no transaction waits for a slow line. */
    private long keep(long id, InputStream content, ByteArrayOutputStream begin) throws IOException {
        var piece = new byte[StoredFile.PIECE];
        var bytes = 0L;
        for (var number = 0; bytes <= mostBytes(); number++) {
            var length = content.readNBytes(piece, 0, piece.length);
            if (length == 0) break;
            if (begin.size() < Recognition.SAMPLE_BYTES)
                begin.write(piece, 0, Math.min(length, Recognition.SAMPLE_BYTES - begin.size()));
            table.addPiece(id, number, StoredFile.deflated(piece, length));
            bytes += length;
        }
        return bytes;
    }

    @Override
    public List<Series> listSeries() {
        return catalog.listSeries();
    }

    @Override
    public List<Import> listImports() {
        return table.list(MOST);
    }

    @Override
    public Optional<Import> findImport(long id) {
        return table.find(id);
    }

    @Override
    public Sample sample(long id, FileForm form) {
        return Sample.of(begin(id), form, catalog);
    }

    private byte[] begin(long id) {
        var packed = table.findPiece(id, 0);
        if (packed.isEmpty()) return new byte[0];
        var inflater = new Inflater();
        try {
            inflater.setInput(packed.get());
            var begin = new byte[Recognition.SAMPLE_BYTES];
            var length = 0;
            while (length < begin.length) {
                var more = inflater.inflate(begin, length, begin.length - length);
                if (more == 0) break;
                length += more;
            }
            return java.util.Arrays.copyOf(begin, length);
        } catch (DataFormatException e) {
            throw new IllegalStateException("import " + id + " is damaged", e);
        } finally {
            inflater.end();
        }
    }

    @Override
    public List<Mapping> listMappings(Import file) {
        return file.form().header()
                ? table.listMappings(sample(file.id(), file.form()).signature())
                : List.of();
    }

    @Override
    public boolean check(long id, FileForm form, String mapping, String by) {
        var name = mapping.strip();
        if (name.length() > Mapping.LONGEST_NAME)
            throw new IllegalArgumentException("the name of a mapping is too long");
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.setForm(id, form, name)) return false;
            if (!name.isEmpty()) table.remember(name, sample(id, form).signature(), form, by, clock.instant());
            return table.start(id, Set.of(State.READY), State.CHECKING, true, by);
        }));
    }

    @Override
    public boolean describeAgain(long id) {
        return table.change(id, State.CHECKED, State.READY);
    }

    @Override
    public boolean store(long id, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var file = table.find(id);
            if (file.isEmpty()) return false;
            var goesOn = file.get().state() == State.STOPPED;
            if (!table.start(id, Set.of(State.CHECKED, State.STOPPED), State.STORING, !goesOn, by)) return false;
            audit.record(by, Deed.HISTORY_IMPORT_STARTED, file.get().fileName());
            return true;
        }));
    }

    @Override
    public boolean stop(long id, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (table.change(id, State.CHECKING, State.READY)) return true;
            if (!table.change(id, State.STORING, State.STOPPED)) return false;
            audit.record(by, Deed.HISTORY_IMPORT_STOPPED, nameOf(id));
            return true;
        }));
    }

    @Override
    public boolean discard(long id, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var name = nameOf(id);
            if (!table.remove(id)) return false;
            audit.record(by, Deed.HISTORY_IMPORT_DISCARDED, name);
            return true;
        }));
    }

    private String nameOf(long id) {
        return table.find(id).map(Import::fileName).orElse("");
    }

    @Override
    public void writeReport(long id, OutputStream to) throws IOException {
        var out = new OutputStreamWriter(to, UTF_8);
        var rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        rows.writeRecord("line", "column", "reason", "detail", "content");
        var page = table.listRefusals(id, 0, PAGE);
        while (!page.isEmpty()) {
            for (var one : page) {
                var refused = one.refused();
                rows.writeRecord(
                        Long.toString(refused.line()),
                        Cells.harmless(refused.name()),
                        refused.reason().name().toLowerCase(Locale.ROOT),
                        Cells.harmless(refused.detail()),
                        Cells.harmless(refused.content()));
            }
            rows.flush();
            out.flush();
            page = page.size() < PAGE
                    ? List.of()
                    : table.listRefusals(id, page.getLast().number(), PAGE);
        }
        rows.flush();
        out.flush();
    }
}
