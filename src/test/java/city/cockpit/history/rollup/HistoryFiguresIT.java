package city.cockpit.history.rollup;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TakesLong;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.TestDatabase;
import city.cockpit.history.Edition;
import city.cockpit.history.HistoryDatabase;
import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What questions about a year of twenty series at one reading a minute cost in the database, 10.5 million rows, and how long
 * a reader waits for the chart. Prints a table and adds the figures to the flat JSON object in the file that {@code
 * -Dcockpit.bench.json} names; {@code ./cockpit bench history} runs it.
 */
@TakesLong
class HistoryFiguresIT {

    /** A reader sees the year that ends now. */
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);

    private static final Duration SMALL = Duration.ofDays(36);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int SERIES = 20;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2;
    private static final int CLICKS = 100;

    /** From the click until the line of the chart is another one and the numbers are said to be those of days. */
    private static final String CLICK = """
            () => new Promise((drawn) => {
              const chart = () => document.querySelector('main .chart');
              const line = () => (chart()?.shadowRoot ?? chart())?.querySelector('path.highcharts-graph')?.getAttribute('d');
              const before = line();
              const start = performance.now();
              document.querySelector('main .ranges a[href$="range=1y"]').click();
              const look = () =>
                line() && line() !== before && document.querySelector('main').textContent.includes('Tageswerte')
                  ? requestAnimationFrame(() => drawn(performance.now() - start))
                  : requestAnimationFrame(look);
              look();
            })""";

    private final FakeCatalog catalog = new FakeCatalog();
    private final TownSource town = () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin"));
    private final InstantSource clock = InstantSource.fixed(end.plus(Duration.ofHours(2)));
    private final List<Figure> figures = new ArrayList<>();

    /** @param wanted what it has to stay below; empty where nobody has said */
    private record Figure(String name, double value, OptionalDouble wanted) {

        @Override
        public String toString() {
            var line = "  %-62s %12.2f".formatted(name, value);
            if (wanted.isEmpty()) return line;
            var limit = wanted.getAsDouble();
            return "%s   wanted: less than %s%s".formatted(line, decimal(limit), value < limit ? "" : ", MISSED");
        }

        private static String decimal(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }

        String key() {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        }
    }

    @Test
    void aYearOpensAsQuicklyAsADay(@TempDir Path data) throws IOException {
        for (var i = 0; i < SERIES; i++) catalog.add(name(i), "Stadtpark");
        try (var database = new HistoryDatabase()) {
            var edition = database.edition();
            System.out.printf("History, 10.5 million readings, %s%n", words(edition, database));
            measure(database);
            click(database, data);
            report(words(edition, database));
        } finally {
            figures.forEach(System.out::println);
        }
    }

    private static String words(Edition edition, HistoryDatabase database) {
        return switch (edition) {
            case PLAIN -> "embedded PostgreSQL";
            case TIMESCALE_APACHE -> "TimescaleDB Apache edition";
            case TIMESCALE_COMMUNITY ->
                "TimescaleDB community edition" + (database.hasColumnstore() ? " with columnstore" : "");
        };
    }

    private void report(String where) throws IOException {
        var named = System.getProperty("cockpit.bench.json", "");
        if (named.isEmpty()) return;
        var file = Path.of(named);
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var all =
                Files.exists(file) ? json.readValue(Files.readString(file), ObjectNode.class) : json.createObjectNode();
        for (var figure : figures)
            all.put(
                    where.toLowerCase(Locale.ROOT).replace(' ', '_') + "_" + figure.key(),
                    BigDecimal.valueOf(figure.value()).setScale(2, RoundingMode.HALF_UP));
        Files.writeString(file, json.writeValueAsString(all) + "\n");
    }

    private void figure(String name, double value) {
        figures.add(new Figure(name, value, OptionalDouble.empty()));
    }

    private void figure(String name, double value, double wanted) {
        figures.add(new Figure(name, value, OptionalDouble.of(wanted)));
    }

    private static String name(int sensor) {
        return "sensor-%02d/%s".formatted(sensor, sensor % 5 == 0 ? "laeq" : "pm10");
    }

    /** As a reader who looks at a day and then at the year. */
    private void click(HistoryDatabase database, Path data) throws IOException {
        var sensors = Files.writeString(
                data.resolve("sensors.csv"),
                IntStream.range(0, SERIES)
                        .mapToObj(i -> "06434009,Musterstadt,Europe/Berlin,park,Stadtpark,50.87,9.7,%s,60,false"
                                .formatted(name(i).replace('/', ',')))
                        .collect(joining(
                                "\n",
                                "municipality_key,municipality,time_zone,site,site_name,latitude,longitude,sensor,property,interval_seconds,simulated\n",
                                "\n")));
        var millis = new ArrayList<Double>();
        try (var cockpit = RunningCockpit.on(data.resolve("cockpit"))
                        .database(database.server())
                        .sensors(sensors)
                        .start();
                var chromium = TestBrowser.start();
                var visitor = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("de-DE"))) {
            var page = visitor.newPage();
            for (var i = 0; i < SERIES + CLICKS; i++) {
                var domain = i % 5 == 0 ? "noise" : "air";
                page.navigate("%s/history/%s/%s".formatted(cockpit.web(), domain, name(i % SERIES)));
                page.locator("vaadin-chart path.highcharts-graph").first().waitFor();
                page.waitForLoadState(LoadState.NETWORKIDLE);
                var took = ((Number) page.evaluate(CLICK)).doubleValue();
                if (i >= SERIES) millis.add(took);
            }
        }
        millis.sort(null);
        figure("click to drawn chart of the year, median ms", millis.get(CLICKS / 2));
        figure("click to drawn chart of the year, p95 ms", millis.get(CLICKS * 95 / 100), 700);
    }

    private void measure(HistoryDatabase database) {
        appendCost(database);
        database.empty();
        var answers = new StoredTimeSeries(database.sql(), database.transactions(), town, clock);
        figure("fill 1 million rows, s", fill(database, end.minus(SMALL), end));
        figure("roll up 1 million rows, s", rollUp(database));
        database.packAway();
        // What a young process costs is not to be taken for what rows cost.
        for (var round = 0; round < WARM_UP; round++) {
            ask(answers, MONTH, 1_000, 1);
            ask(answers, DAY, 1_440, 1);
        }
        var month = ask(answers, MONTH, 1_000, 1);
        var raw = ask(answers, DAY, 1_440, 1);
        figure("fill 9.5 million rows more, s", fill(database, end.minus(YEAR), end.minus(SMALL)));
        figure("roll up 9.5 million rows, s", rollUp(database));
        database.packAway();
        figure("year by day, one series, p95 ms", ask(answers, YEAR, 365, 1).p95(), 20);
        figure(
                "year by six hours from its hours, one series, p95 ms",
                ask(answers, YEAR, 1_460, 1).p95(),
                20);
        figure("year by day, six series, p95 ms", ask(answers, YEAR, 365, 6).p95(), 100);
        figure(
                "year by six hours from its hours, six series, p95 ms",
                ask(answers, YEAR, 1_460, 6).p95(),
                100);
        var monthLarge = ask(answers, MONTH, 1_000, 1);
        figure("30 days at about 1,000 points, one series, p95 ms", monthLarge.p95(), 50);
        figure(
                "30 days at about 1,000 points, six series, p95 ms",
                ask(answers, MONTH, 1_000, 6).p95());
        var rawLarge = ask(answers, DAY, 1_440, 1);
        figure("24 hours raw, one series, p95 ms", rawLarge.p95(), 10);
        figure("24 hours raw, six series, p95 ms", ask(answers, DAY, 1_440, 6).p95());
        figure("30 days at 1 million rows, p95 ms", month.p95());
        figure("24 hours raw at 1 million rows, p95 ms", raw.p95());
        figure("30 days: median at 10.5 against 1 million rows", monthLarge.median() / month.median(), 1.5);
        figure("24 hours raw: median at 10.5 against 1 million rows", rawLarge.median() / raw.median(), 1.5);
        sizes(database);
    }

    /** What it costs to store a batch, and what part of that the mark is. */
    private void appendCost(HistoryDatabase database) {
        var many = new FakeCatalog();
        for (var i = 0; i < 1_000; i++) many.add("sensor-%04d/pm10".formatted(i), "Stadtpark");
        var store = database.store(many);
        var batches = 300;
        for (var batch = 0; batch < 100; batch++) store.append(batch(many, batch));
        var started = System.nanoTime();
        for (var batch = 100; batch < 100 + batches; batch++) store.append(batch(many, batch));
        var whole = System.nanoTime() - started;
        var transaction = new TransactionTemplate(database.transactions());
        var marks = database.marking(many);
        started = System.nanoTime();
        for (var batch = 100; batch < 100 + batches; batch++) {
            var readings = batch(many, batch);
            transaction.executeWithoutResult(status -> marks.accept(readings));
        }
        var marking = System.nanoTime() - started;
        figure("store a reading, microseconds", whole / 1e3 / batches / 1_000);
        figure("of that the mark, microseconds at most", marking / 1e3 / batches / 1_000);
    }

    private List<Reading> batch(FakeCatalog many, int minute) {
        var readings = new ArrayList<Reading>();
        for (var series : many.listSeries())
            readings.add(new Reading(series.id(), end.plusSeconds(60L * minute), minute, Quality.GOOD));
        return readings;
    }

    private static double fill(HistoryDatabase database, Instant from, Instant to) {
        var started = System.nanoTime();
        for (var week = from; week.isBefore(to); week = week.plus(Duration.ofDays(7)))
            database.sql()
                    .sql("""
                    INSERT INTO reading (ts, value, series_id, quality)
                    SELECT ts, round((45 + 12 * sin(extract(epoch FROM ts) / 86400 * 6.2832) + random() * 6)::numeric, 1), series, 0
                      FROM generate_series(:from::timestamptz, :to::timestamptz - INTERVAL '1 minute', INTERVAL '1 minute') AS ts,
                           generate_series(1, :series) AS series""")
                    .param("from", week.atOffset(UTC))
                    .param("to", earlier(week.plus(Duration.ofDays(7)), to).atOffset(UTC))
                    .param("series", SERIES)
                    .update();
        database.sql()
                .sql("UPDATE reading_upkeep SET backlog_until = :until, backlog_from = NULL")
                .param("until", to.plus(Duration.ofHours(1)).atOffset(UTC))
                .update();
        database.vacuum();
        return (System.nanoTime() - started) / 1e9;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private double rollUp(HistoryDatabase database) {
        var started = System.nanoTime();
        new Upkeep(
                        database.sql(),
                        new TransactionTemplate(database.transactions()),
                        catalog,
                        town,
                        clock,
                        new Clearance(database.sql(), (property, arrival) -> Instant.EPOCH, Edition.PLAIN))
                .run(Duration.ZERO);
        var seconds = (System.nanoTime() - started) / 1e9;
        database.vacuum();
        return seconds;
    }

    /** Of a hundred answers, in milliseconds. */
    private record Took(double median, double p95) {}

    /** Every series five times, after two rounds to warm up. */
    private Took ask(StoredTimeSeries answers, Duration span, int points, int together) {
        var all = catalog.listSeries();
        var millis = new ArrayList<Double>();
        for (var round = 0; round < WARM_UP + ROUNDS; round++)
            for (var i = 0; i < all.size(); i++) {
                var asked = new ArrayList<Series>();
                for (var j = 0; j < together; j++) asked.add(all.get((i + j) % all.size()));
                var query = new TimeSeriesQuery(asked, new Interval(end.minus(span), end), points);
                var started = System.nanoTime();
                var found = answers.read(query);
                if (round >= WARM_UP) millis.add((System.nanoTime() - started) / 1e6);
                assertThat(found).hasSize(together).allSatisfy(answer -> {
                    assertThat(answer.isComplete()).isTrue();
                    assertThat(answer.points().size()).isBetween(points * 2 / 3, points * 3 / 2);
                    assertThat(answer.resolution() == Resolution.READING).isEqualTo(span.toHours() <= 24);
                });
            }
        millis.sort(null);
        return new Took(millis.get(millis.size() / 2), millis.get((int) (millis.size() * 0.95)));
    }

    private void sizes(HistoryDatabase database) {
        var rows = 60.0 * 24 * YEAR.toDays() * SERIES;
        var raw = database.sql()
                .sql(
                        TestDatabase.isTimescale()
                                ? "SELECT hypertable_size('reading')"
                                : "SELECT pg_total_relation_size('reading')")
                .query(Long.class)
                .single();
        var rollups = database.sql()
                .sql("SELECT pg_total_relation_size('reading_1h') + pg_total_relation_size('reading_1d')")
                .query(Long.class)
                .single();
        figure("bytes a reading", raw / rows);
        figure("bytes a reading for its hours and days besides", rollups / rows);
    }
}
