package city.cockpit.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.Deed;
import city.cockpit.audit.Entry;
import city.cockpit.audit.InMemoryAudit;
import city.cockpit.history.Admission;
import city.cockpit.history.HistoryDatabase;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import city.cockpit.transfer.FileForm.Shape;
import city.cockpit.transfer.Import.State;
import city.cockpit.transfer.Imports.Brought;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** A history that is brought as a file reaches the readings whole and once, whatever happens on the way. */
class ImportsIT {

    private static final HistoryDatabase DATABASE = new HistoryDatabase().granted();
    private static final Instant NOW = Instant.parse("2026-05-21T10:00:00Z");
    private static final TownSource TOWN = () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin"));
    private static final Interval ALWAYS = new Interval(Instant.parse("2020-01-01T00:00:00Z"), NOW);

    private final FakeCatalog catalog = new FakeCatalog();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final Tiles tiles = new Tiles();
    private final InMemoryAudit audit = new InMemoryAudit(clock);
    private final ImportTable table =
            new ImportTable(DATABASE.sql(), JsonMapper.builder().build());
    private final TransactionTemplate transaction = new TransactionTemplate(DATABASE.transactions());
    private final TransferSettings settings = new TransferSettings(DataSize.ofMegabytes(5), 4);
    private final Imports imports = new StoredImports(table, catalog, TOWN, audit, transaction, settings, clock);
    private final Importer importer = newNode();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void aTown() {
        DATABASE.empty();
        DATABASE.sql().sql("DELETE FROM history_import").update();
        DATABASE.sql().sql("DELETE FROM history_import_mapping").update();
        catalog.add("air-markt/pm2_5", "Markt");
        catalog.add("air-markt/pm10", "Markt");
    }

    @Test
    void theTrialRunTellsExactlyWhatStoringDoes() throws IOException {
        DATABASE.store(catalog)
                .append(List.of(reading("2026-05-20T10:00:00Z", 8.5), reading("2026-05-20T10:01:00Z", 1)));
        var file = bring("""
                time,series,value
                2026-05-20T10:00:00Z,air-markt/pm2_5,8.5
                2026-05-20T10:01:00Z,air-markt/pm2_5,2
                2026-05-20T10:01:00Z,air-markt/pm2_5,2
                2026-05-20T10:02:00Z,air-markt/pm2_5,3
                2026-05-20T10:02:00Z,air-markt/pm2_5,3
                2026-05-20T10:02:00Z,air-markt/pm2_5,4
                2026-05-20T10:03:00Z,air-markt/pm2_5,-1
                2026-05-20T10:04:00Z,air-markt/pm2_5,
                2026-05-20T10:05:00Z,air-markt/pm2_5,5
                """);
        var trial = checked(file).counts();
        assertThat(trial.stored()).isEqualTo(2);
        assertThat(trial.repeats()).isEqualTo(2);
        assertThat(trial.refused()).isEqualTo(Map.of(Refusal.CONFLICT, 3L, Refusal.IMPOSSIBLE_VALUE, 1L));
        assertThat(trial.empty()).isEqualTo(1);
        assertThat(trial.lines()).isEqualTo(9);
        assertThat(rows()).isEqualTo(2);
        assertThat(tiles.stored()).isEmpty();
        var done = stored(file);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.counts()).isEqualTo(trial);
        assertThat(rows()).isEqualTo(4);
        assertThat(tiles.stored())
                .as("what the tiles were told")
                .containsExactly(reading("2026-05-20T10:02:00Z", 3), reading("2026-05-20T10:05:00Z", 5));
        assertThat(report(file))
                .containsSubsequence(
                        "line,column,reason,detail,content",
                        "8,,impossible_value,-1,\"2026-05-20T10:03:00Z,air-markt/pm2_5,-1\"");
        assertThat(report(file)).contains("3,,conflict,1,").contains("7,,conflict,3,");
        assertThat(audit.entries().stream().map(Entry::deed))
                .containsExactlyInAnyOrder(Deed.HISTORY_IMPORT_STARTED, Deed.HISTORY_IMPORTED);
        assertThat(DATABASE.sql()
                        .sql("SELECT count(*) FROM reading_mark")
                        .query(Long.class)
                        .single())
                .as("hours to be made anew")
                .isPositive();
    }

    @Test
    void anAssignmentThatWasRememberedIsOfferedForTheSameHeader() throws IOException {
        var text = "Datum;Feinstaub\n20.05.2026 12:00;8,5\n";
        var file = bring(text);
        var form = new FileForm(
                file.form().encoding(),
                file.form().separator(),
                true,
                true,
                Shape.WIDE,
                ZoneId.of("UTC"),
                0,
                FileForm.NONE,
                FileForm.NONE,
                FileForm.NONE,
                FileForm.NONE,
                Map.of("Feinstaub", new SeriesId("air-markt/pm2_5")));
        assertThat(imports.check(file.id(), form, "Messnetz", "toni")).isTrue();
        importer.runNext();
        var next = bring("Datum;Feinstaub\n21.05.2026 11:00;9,5\n");
        assertThat(next.mapping()).isEqualTo("Messnetz");
        assertThat(next.form()).isEqualTo(form);
        assertThat(imports.listMappings(next)).extracting(Mapping::name).containsExactly("Messnetz");
        assertThat(bring("Datum;Feinstaub;Regen\n21.05.2026 12:00;9,5;0\n").mapping())
                .isEmpty();
    }

    @Test
    void anImportThatBreaksOffGoesOnWhereItStoppedOnWhicheverNodeIsThere() throws IOException {
        var file = toBeStored(30_000);
        var dead = UUID.randomUUID();
        assertThat(run(dead, file, () -> rows() > 0)).isEqualTo(ImportRun.End.LEFT);
        var half = rows();
        assertThat(half).isBetween(1L, 29_999L);
        assertThat(newNode().runNext()).as("while the first one may still live").isFalse();
        outlive();
        assertThat(newNode().runNext()).isTrue();
        assertDone(file, 30_000);
    }

    @Test
    void whoWasThoughtDeadAndWakesUpStoresNothingTwice() throws IOException {
        var file = toBeStored(30_000);
        var left = run(UUID.randomUUID(), file, () -> {
            outlive();
            newNode().runNext();
            return false;
        });
        assertThat(left).isEqualTo(ImportRun.End.LEFT);
        assertDone(file, 30_000);
    }

    @Test
    void whatWasStoppedKeepsWhatIsStoredAndGoesOn() throws IOException {
        var file = toBeStored(30_000);
        run(UUID.randomUUID(), file, () -> {
            assertThat(imports.stop(file.id(), "toni")).isTrue();
            return false;
        });
        var stopped = imports.findImport(file.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.counts().stored()).isEqualTo(rows()).isPositive();
        assertThat(importer.runNext()).isFalse();
        assertThat(imports.store(file.id(), "toni")).isTrue();
        importer.runNext();
        assertDone(file, 30_000);
    }

    @Test
    void whatTheCockpitWroteItselfComesBackAsNothingButRepeats() throws IOException {
        var readings = new ArrayList<Reading>();
        for (var i = 0; i < 3_000; i++) {
            var time = Instant.parse("2026-05-01T00:00:00Z").plusMillis(i * 61_337L);
            readings.add(new Reading(new SeriesId("air-markt/pm2_5"), time, i / 7.0, Quality.GOOD));
            readings.add(new Reading(new SeriesId("air-markt/pm10"), time.plusMillis(i % 2), i, Quality.GOOD));
        }
        DATABASE.store(catalog).append(readings);
        var before = rows();
        for (var shape : Shape.values()) {
            var out = new ByteArrayOutputStream();
            new Export(DATABASE.archive(catalog), TOWN, settings).write(shape, catalog.listSeries(), ALWAYS, out);
            var file = bring(out.toString(UTF_8));
            assertThat(file.form().shape()).isEqualTo(shape);
            var trial = checked(file).counts();
            assertThat(trial.stored()).isZero();
            assertThat(trial.refused()).isEmpty();
            assertThat(trial.repeats()).isEqualTo(before);
            assertThat(stored(file).counts().repeats()).isEqualTo(before);
            assertThat(rows()).isEqualTo(before);
        }
    }

    @Test
    void aFileThatIsTooLargeOrNoTableIsNotKept() throws IOException {
        assertThat(imports.bring("large.csv", new ByteArrayInputStream(new byte[6_000_000]), "toni"))
                .isInstanceOf(Brought.TooLarge.class);
        assertThat(imports.bring("empty.csv", new ByteArrayInputStream(new byte[0]), "toni"))
                .isInstanceOf(Brought.Unreadable.class);
        assertThat(DATABASE.sql()
                        .sql("SELECT count(*) FROM history_import_piece")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileThatIsDiscardedIsGoneAndWhatIsStoredStays() throws IOException {
        var file = toBeStored(10);
        assertThat(imports.discard(file.id(), "toni"))
                .as("while it is to be read")
                .isFalse();
        importer.runNext();
        assertThat(imports.discard(file.id(), "toni")).isTrue();
        assertThat(imports.findImport(file.id())).isEmpty();
        assertThat(rows()).isEqualTo(10);
    }

    private void assertDone(Import file, long readings) {
        assertThat(tiles.stored()).as("told once each").hasSize((int) readings).doesNotHaveDuplicates();
        var done = imports.findImport(file.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.counts().stored()).isEqualTo(readings);
        assertThat(done.counts().values()).isEqualTo(readings);
        assertThat(rows()).isEqualTo(readings);
    }

    private Importer newNode() {
        return new Importer(
                table,
                DATABASE.archive(catalog),
                catalog,
                (property, arrival) -> arrival.minus(Duration.ofDays(730)),
                tiles,
                audit,
                transaction,
                clock);
    }

    private ImportRun.End run(UUID worker, Import file, BooleanSupplier betweenBatches) {
        var claim = table.claim(worker).orElseThrow();
        assertThat(claim.file().id()).isEqualTo(file.id());
        var admission = new Admission((property, arrival) -> arrival.minus(Duration.ofDays(730)));
        return new ImportRun(
                        claim.file(),
                        worker,
                        table,
                        DATABASE.archive(catalog),
                        catalog,
                        admission,
                        tiles::stored,
                        clock,
                        betweenBatches)
                .run();
    }

    /** As if half a minute had passed since anybody heard of the process. */
    private static void outlive() {
        DATABASE.sql()
                .sql("UPDATE history_import SET alive_at = alive_at - INTERVAL '1 minute' WHERE state = 'STORING'")
                .update();
    }

    private Import toBeStored(int readings) throws IOException {
        var text = new StringBuilder("time,series,value\n");
        var first = Instant.parse("2026-04-01T00:00:00Z");
        for (var i = 0; i < readings; i++)
            text.append(first.plusSeconds(60L * i))
                    .append(",air-markt/pm2_5,")
                    .append(i % 50)
                    .append('\n');
        var file = bring(text.toString());
        assertThat(checked(file).counts().stored()).isEqualTo(readings);
        assertThat(imports.store(file.id(), "toni")).isTrue();
        return imports.findImport(file.id()).orElseThrow();
    }

    private Import bring(String text) throws IOException {
        var brought = imports.bring("history.csv", new ByteArrayInputStream(text.getBytes(UTF_8)), "toni");
        assertThat(brought).isInstanceOf(Brought.Taken.class);
        return ((Brought.Taken) brought).file();
    }

    private Import checked(Import file) {
        assertThat(imports.check(file.id(), file.form(), "", "toni")).isTrue();
        assertThat(importer.runNext()).isTrue();
        var found = imports.findImport(file.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(State.CHECKED);
        return found;
    }

    private Import stored(Import file) {
        assertThat(imports.store(file.id(), "toni")).isTrue();
        importer.runNext();
        return imports.findImport(file.id()).orElseThrow();
    }

    private String report(Import file) throws IOException {
        var out = new ByteArrayOutputStream();
        imports.writeReport(file.id(), out);
        return out.toString(UTF_8);
    }

    private static long rows() {
        return DATABASE.sql()
                .sql("SELECT count(*) FROM reading")
                .query(Long.class)
                .single();
    }

    private static Reading reading(String time, double value) {
        return new Reading(new SeriesId("air-markt/pm2_5"), Instant.parse(time), value, Quality.GOOD);
    }
}
