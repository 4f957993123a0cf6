package city.cockpit.transfer;

import city.cockpit.history.Archive;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Town;
import city.cockpit.transfer.Import.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.unit.DataSize;

/** Files of history that a test or a person sets by hand; nothing is read by itself. */
public final class PreviewImports implements Imports {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final FakeCatalog catalog = new FakeCatalog();
    private final TreeMap<Long, Import> files = new TreeMap<>();
    private final Map<Long, byte[]> contents = new TreeMap<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private boolean away;

    public PreviewImports() {
        clear();
    }

    public synchronized void clear() {
        files.clear();
        contents.clear();
        mappings.clear();
        away = false;
        catalog.add("air-markt/pm2_5", "Markt");
        catalog.add("air-markt/pm10", "Markt");
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    /** What is remembered for every header. */
    public synchronized void remember(Mapping mapping) {
        mappings.add(mapping);
    }

    /** Somebody brought it at noon; its number is the answer. */
    public synchronized long add(String name, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var id = files.size() + 1L;
        contents.put(id, bytes);
        var form = new Recognition(catalog, ZONE).guess(bytes);
        files.put(
                id,
                new Import(
                        id,
                        name,
                        "toni",
                        Instant.parse("2026-05-21T10:00:00Z"),
                        bytes.length,
                        State.READY,
                        form,
                        "",
                        Counts.NONE,
                        Optional.empty()));
        return id;
    }

    /** So far it has got. */
    public synchronized void become(long id, State state, Counts counts) {
        files.computeIfPresent(id, (key, file) -> with(file, state, counts, file.form(), file.mapping()));
    }

    private static Import with(Import file, State state, Counts counts, FileForm form, String mapping) {
        return new Import(
                file.id(),
                file.fileName(),
                file.addedBy(),
                file.addedAt(),
                file.bytes(),
                state,
                form,
                mapping,
                counts,
                state == State.FAILED ? Optional.of(Import.Problem.UNREADABLE) : Optional.empty());
    }

    /** A way to take along what nobody stored. */
    public static Export export() {
        return exportOf(new InMemoryArchive());
    }

    /** A way to take along what lies there. */
    public static Export exportOf(Archive archive) {
        return new Export(
                archive, () -> new Town("Musterstadt", ZONE), new TransferSettings(DataSize.ofGigabytes(2), 4));
    }

    public synchronized SeriesCatalog catalog() {
        return catalog;
    }

    @Override
    public long mostBytes() {
        return 2_000_000_000;
    }

    @Override
    public synchronized Brought bring(String fileName, InputStream content, String by) throws IOException {
        return new Brought.Taken(file(add(fileName, new String(content.readAllBytes(), StandardCharsets.UTF_8))));
    }

    private Import file(long id) {
        return findImport(id).orElseThrow();
    }

    @Override
    public synchronized List<Series> listSeries() {
        return catalog.listSeries();
    }

    @Override
    public synchronized List<Import> listImports() {
        if (away) throw new DataAccessResourceFailureException("the database is away");
        return List.copyOf(files.descendingMap().values());
    }

    @Override
    public synchronized Optional<Import> findImport(long id) {
        return Optional.ofNullable(files.get(id));
    }

    @Override
    public synchronized Sample sample(long id, FileForm form) {
        return Sample.of(contents.getOrDefault(id, new byte[0]), form, catalog);
    }

    @Override
    public synchronized List<Mapping> listMappings(Import file) {
        return List.copyOf(mappings);
    }

    @Override
    public synchronized boolean check(long id, FileForm form, String mapping, String by) {
        if (file(id).state() != State.READY) return false;
        files.computeIfPresent(id, (key, file) -> with(file, State.CHECKING, Counts.NONE, form, mapping));
        return true;
    }

    @Override
    public synchronized boolean describeAgain(long id) {
        become(id, State.READY, Counts.NONE);
        return true;
    }

    @Override
    public synchronized boolean store(long id, String by) {
        become(id, State.STORING, Counts.NONE);
        return true;
    }

    @Override
    public synchronized boolean stop(long id, String by) {
        become(id, file(id).state() == State.STORING ? State.STOPPED : State.READY, file(id).counts());
        return true;
    }

    @Override
    public synchronized boolean discard(long id, String by) {
        return files.remove(id) != null;
    }

    @Override
    public synchronized void writeReport(long id, OutputStream out) throws IOException {
        out.write("line,column,reason,detail,content\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
