package city.cockpit.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.InMemoryAudit;
import city.cockpit.harness.TakesLong;
import city.cockpit.harness.TestDatabase;
import city.cockpit.history.HistoryDatabase;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import city.cockpit.transfer.FileForm.Shape;
import city.cockpit.transfer.Imports.Brought;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** How fast a history goes in and out: twenty series by the minute. Prints a table; {@code ./cockpit bench import} runs it. */
@TakesLong
class TransferFiguresIT {

    private static final Instant END = Instant.parse("2026-05-21T10:00:00Z");
    private static final int SERIES = 20;
    private static final int MINUTES = 50_000;
    private static final double READINGS = (double) SERIES * MINUTES;
    private static final TownSource TOWN = () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin"));

    private final FakeCatalog catalog = new FakeCatalog();
    private final InstantSource clock = InstantSource.fixed(END);

    @TempDir
    private Path folder;

    @Test
    void aMillionReadingsGoInAndOut() throws IOException {
        for (var i = 0; i < SERIES; i++) catalog.add("sensor-%02d/pm10".formatted(i), "Stadtpark");
        try (var database = new HistoryDatabase().granted()) {
            System.out.printf(
                    Locale.ROOT,
                    "Import and export of a million readings on %s, readings a second%n",
                    TestDatabase.isTimescale() ? "TimescaleDB" : "plain PostgreSQL");
            for (var shape : Shape.values()) {
                database.empty();
                measure(database, shape);
            }
        }
    }

    private void measure(HistoryDatabase database, Shape shape) throws IOException {
        var transaction = new TransactionTemplate(database.transactions());
        var table = new ImportTable(database.sql(), JsonMapper.builder().build());
        var audit = new InMemoryAudit(clock);
        var settings = new TransferSettings(DataSize.ofGigabytes(2), 4);
        var imports = new StoredImports(table, catalog, TOWN, audit, transaction, settings, clock);
        var importer = new Importer(
                table,
                database.archive(catalog),
                catalog,
                (property, arrival) -> Instant.EPOCH,
                new Tiles(),
                audit,
                transaction,
                clock);
        var path = write(shape);
        for (var round : new String[] {"new", "repeats"}) {
            var started = System.nanoTime();
            Import file;
            try (var in = Files.newInputStream(path)) {
                file = ((Brought.Taken) imports.bring("history.csv", in, "toni")).file();
            }
            print(shape, "bring", round, started);
            started = System.nanoTime();
            assertThat(imports.check(file.id(), file.form(), "", "toni")).isTrue();
            importer.runNext();
            print(shape, "trial run", round, started);
            started = System.nanoTime();
            assertThat(imports.store(file.id(), "toni")).isTrue();
            importer.runNext();
            print(shape, "store", round, started);
            var counts = imports.findImport(file.id()).orElseThrow().counts();
            assertThat(round.equals("new") ? counts.stored() : counts.repeats()).isEqualTo((long) READINGS);
        }
        var started = System.nanoTime();
        try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("out.csv")))) {
            new Export(database.archive(catalog), TOWN, settings)
                    .write(shape, catalog.listSeries(), new Interval(END.minus(Duration.ofDays(365)), END), out);
        }
        print(shape, "export", "all", started);
    }

    private static void print(Shape shape, String what, String which, long started) {
        System.out.printf(
                Locale.ROOT,
                "  %-5s %-10s %-8s %10.0f%n",
                shape.name().toLowerCase(Locale.ROOT),
                what,
                which,
                READINGS / ((System.nanoTime() - started) / 1e9));
    }

    /** In the order of time, as a logger writes it. */
    private Path write(Shape shape) throws IOException {
        var path = folder.resolve(shape + ".csv");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path));
                var out = new OutputStreamWriter(file, UTF_8)) {
            out.write(shape == Shape.LONG ? "time,sensor,observed_property,value" : "time");
            if (shape == Shape.WIDE) for (var one : catalog.listSeries()) out.write("," + one.id());
            for (var minute = 0; minute < MINUTES; minute++) {
                var time = END.minus(Duration.ofMinutes(MINUTES - minute)).toString();
                if (shape == Shape.WIDE) out.write("\n" + time);
                for (var one : catalog.listSeries()) {
                    var value = "%d.%d".formatted(20 + minute % 13, minute % 10);
                    out.write(
                            shape == Shape.WIDE
                                    ? "," + value
                                    : "\n" + time + "," + one.id().sensor() + ",pm10," + value);
                }
            }
            out.write("\n");
        }
        return path;
    }
}
