package city.cockpit.history.rollup;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import city.cockpit.history.Evidence;
import city.cockpit.history.HistoryDatabase;
import city.cockpit.history.Level;
import city.cockpit.history.ReadingStore;
import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.Usual;
import city.cockpit.history.rollup.HourRollups.Stand;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** However readings arrive, hours and days say what they come to: over the night in which summer time ends. */
class RollupsIT {

    private static final HistoryDatabase DATABASE = new HistoryDatabase();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Midday before the day of 25 hours. */
    private static final Instant START = Instant.parse("2026-10-24T10:00:00Z");

    private static final LocalDate LONG_DAY = LocalDate.of(2026, 10, 25);
    private static final Instant END = Instant.parse("2026-10-26T10:00:00Z");

    private final FakeCatalog town = new FakeCatalog();
    private final Series pm10 = town.add("air-07/pm10", "Stadtpark");
    private final Series warmth = town.add("weather/temperature", "Rathaus");
    private final Series noise = town.add("noise-01/laeq", "Stadtpark");
    private final Series meter = town.add("energy/energy", "Rathaus");
    private final InstantSource clock = InstantSource.fixed(END.plus(Duration.ofHours(2)));
    private ZoneId zone = BERLIN;
    private final TownSource source = () -> new Town("Musterstadt", zone);
    private final ReadingStore store = DATABASE.store(town);
    private final Upkeep upkeep = upkeep(clock);
    private final StoredTimeSeries answers =
            new StoredTimeSeries(DATABASE.sql(), DATABASE.transactions(), source, clock);

    private static Clearance clearance(HistoryDatabase database) {
        return new Clearance(
                database.sql(),
                (property, arrival) ->
                        arrival.minus(Duration.ofDays(property.key().equals("laeq") ? 200 : 700)),
                database.edition());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void emptyTown() {
        DATABASE.empty();
        for (var other : List.of("noise-01/lafmax", "noise-01/laf10", "bike-01/bicycles", "bay-01/bay_occupied"))
            town.add(other, "Stadtpark");
        town.add("weather/wind_direction", "Rathaus");
    }

    private Upkeep upkeep(InstantSource time) {
        return new Upkeep(
                DATABASE.sql(),
                new TransactionTemplate(DATABASE.transactions()),
                town,
                source,
                time,
                clearance(DATABASE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void inWhateverOrderReadingsArriveTheRollupsAreThoseOfAllReadings(long seed) {
        var chance = new Random(seed);
        var readings = new ArrayList<Reading>();
        List.copyOf(town.listSeries()).forEach(this::slowDown);
        for (var series : town.listSeries()) readings.addAll(readings(series, chance));
        // Some arrive twice.
        for (var i = 0; i < 200; i++) readings.add(readings.get(chance.nextInt(readings.size())));
        Collections.shuffle(readings.subList(readings.size() / 3, readings.size()), chance);
        var arrived = 0;
        while (arrived < readings.size()) {
            var next = Math.min(readings.size(), arrived + 1 + chance.nextInt(1_500));
            store.append(readings.subList(arrived, next));
            arrived = next;
            if (chance.nextInt(3) == 0) upkeep.run(Duration.ZERO);
            if (chance.nextInt(3) == 0) correct(chance);
            if (chance.nextInt(4) == 0) DATABASE.packAway();
            if (chance.nextInt(4) == 0) assertThatAnswersAreThoseOfAllReadings();
        }
        upkeep.run(Duration.ZERO);
        for (var series : town.listSeries()) assertThatRollupsAreThoseOfAllReadings(series);
        assertThatAnswersAreThoseOfAllReadings();
    }

    /** It reports each five minutes. */
    private void slowDown(Series one) {
        town.add(with(one, Duration.ofMinutes(5)));
    }

    private static Series with(Series one, Duration interval) {
        return new Series(
                one.key(),
                one.id(),
                one.property(),
                interval,
                one.site(),
                one.capacity(),
                one.marks(),
                one.plausible(),
                one.simulated());
    }

    /** Readings with gaps, jitter, spikes, values that stand still and values that nobody believes. */
    private static List<Reading> readings(Series series, Random chance) {
        var readings = new ArrayList<Reading>();
        var value = 40.0;
        var time = START.plusMillis(chance.nextInt(60_000));
        while (time.isBefore(END)) {
            value = next(series, value, chance);
            var quality = chance.nextInt(50) == 0 ? Quality.IMPLAUSIBLE : Quality.GOOD;
            var shown = switch (series.property().kind()) {
                case STATE -> (double) (Math.round(value / 40) % 2);
                case DIRECTION -> (value * 9) % 360;
                case LEVEL -> chance.nextInt(40) == 0 ? value + 700 : value;
                case COUNT, TALLY, METER, DECIBEL, MAXIMUM, PERCENTILE -> value;
            };
            readings.add(new Reading(series.id(), time, shown, quality));
            time = time.plusMillis(
                    chance.nextInt(30) == 0 ? chance.nextInt(20_000_000) : 285_000 + chance.nextInt(30_000));
        }
        return readings;
    }

    private static double next(Series series, double value, Random chance) {
        return switch (series.property().kind()) {
            case METER -> chance.nextInt(40) == 0 ? chance.nextInt(100_000) : value + chance.nextInt(20);
            case LEVEL -> chance.nextInt(4) == 0 ? 20 + chance.nextInt(40) : value;
            case COUNT, TALLY, DECIBEL, MAXIMUM, PERCENTILE, STATE, DIRECTION -> 30 + chance.nextInt(40);
        };
    }

    /** Somebody takes a reading out, or puts another value in its place. */
    private void correct(Random chance) {
        var change = chance.nextBoolean()
                ? "DELETE FROM reading WHERE (series_id, ts) IN (SELECT series_id, ts FROM reading WHERE value > 1 ORDER BY md5(ts::text || :seed) LIMIT 2)"
                : "UPDATE reading SET value = 45.5 WHERE (series_id, ts) IN (SELECT series_id, ts FROM reading WHERE value > 1 ORDER BY md5(ts::text || :seed) LIMIT 2)";
        DATABASE.sql()
                .sql(change)
                .param("seed", String.valueOf(chance.nextInt()))
                .update();
    }

    private void assertThatRollupsAreThoseOfAllReadings(Series series) {
        var all = ofAllReadings(series);
        assertThat(stored(series)).as("%s", series.id()).isEqualTo(all.rollups());
        assertThat(all.nowSuspect()).as("suspects of %s", series.id()).isEmpty();
        assertThat(all.nowBelieved()).as("suspects of %s", series.id()).isEmpty();
        assertThat(storedDays(series)).as("days of %s", series.id()).isEqualTo(days(all.rollups()));
    }

    private HourRollups ofAllReadings(Series series) {
        var reader = new HourReader(DATABASE.sql());
        var from = HourReader.micros(START) - 100 * HourRollups.HOUR;
        var to = HourReader.micros(END) + 100 * HourRollups.HOUR;
        return HourRollups.of(series, reader.rows(series, from, to), Stand.UNKNOWN, from, to);
    }

    private NavigableMap<Long, Rollup> stored(Series series) {
        return new RollupTable(DATABASE.sql())
                .hours(List.of(series), 0, HourReader.micros(END.plus(Duration.ofDays(100))))
                .getOrDefault(series.key(), new TreeMap<>());
    }

    private NavigableMap<LocalDate, Rollup> storedDays(Series series) {
        var days = new RollupTable(DATABASE.sql())
                .days(List.of(series), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1))
                .getOrDefault(series.key(), new TreeMap<>());
        days.values().removeIf(Rollup::isNothing);
        return days;
    }

    private NavigableMap<LocalDate, Rollup> days(NavigableMap<Long, Rollup> hours) {
        var days = new TreeMap<LocalDate, Rollup>();
        hours.forEach((hour, rollup) ->
                days.merge(LocalDate.ofInstant(HourReader.instant(hour), zone), rollup, Rollup::then));
        return days;
    }

    private void assertThatAnswersAreThoseOfAllReadings() {
        // What was marked a moment ago is known after the next look, as each two seconds.
        new TransactionTemplate(DATABASE.transactions())
                .executeWithoutResult(status -> new RollupTable(DATABASE.sql()).collectMarks());
        for (var resolution : List.of(
                Resolution.HOUR, Resolution.TWO_HOURS, Resolution.THREE_HOURS, Resolution.TWELVE_HOURS, Resolution.DAY))
            for (var answer : answers.read(query(town.listSeries(), resolution))) {
                assertThat(answer.resolution()).isEqualTo(resolution);
                if (answer.isComplete() && answer.series().key() != meter.key())
                    assertThat(answer.points())
                            .as("%s of %s", resolution, answer.series().id())
                            .isEqualTo(points(answer.series(), resolution));
            }
    }

    private List<TimeSeries.Point> points(Series series, Resolution resolution) {
        var steps = new StoredTimeSeries.Steps(series, resolution);
        var calendar = new TownDays(zone);
        ofAllReadings(series).rollups().forEach((hour, rollup) -> steps.add(calendar.step(hour, resolution), rollup));
        return steps.end(true).points();
    }

    private static TimeSeriesQuery query(List<Series> series, Resolution resolution) {
        var span = new Interval(START.minus(Duration.ofDays(1)), END.plus(Duration.ofHours(2)));
        var points = Duration.between(span.from(), span.to()).toHours()
                / resolution.typical().toHours();
        return new TimeSeriesQuery(series, span, (int) Math.max(1, points));
    }

    @Test
    void theDayOnWhichSummerTimeEndsHas25HoursAndItsCoverageKnows() {
        minutes(pm10, START, END, 20);
        upkeep.run(Duration.ZERO);
        var day = DATABASE.sql()
                .sql(
                        "SELECT ends_at - starts_at = INTERVAL '25 hours' AND seconds = 25 * 3600 AND readings = 1500 FROM reading_1d WHERE day = :day")
                .param("day", LONG_DAY)
                .query((row, n) -> row.getBoolean(1))
                .single();
        assertThat(day).isTrue();
        var point = answers.read(query(List.of(pm10), Resolution.DAY))
                .getFirst()
                .points()
                .get(1);
        assertThat(Duration.between(point.from(), point.to())).isEqualTo(Duration.ofHours(25));
        assertThat(point.coverage()).isEqualTo(1);
    }

    @Test
    void dayEveningAndNightOfSoundFollowTheTownsClock() {
        minutes(noise, START, END, 50);
        // The night from 22 o'clock of the long day on.
        store.append(List.of());
        upkeep.run(Duration.ZERO);
        assertThat(answers.soundDays(noise, LONG_DAY, LONG_DAY.plusDays(1)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.lday().orElseThrow()).isCloseTo(50, within(1e-9));
                    assertThat(day.lnight().orElseThrow()).isCloseTo(50, within(1e-9));
                    assertThat(day.lden().orElseThrow()).isCloseTo(56.4, within(0.05));
                    assertThat(day.coverage()).isEqualTo(1);
                });
        assertThat(answers.soundDays(noise, LONG_DAY.minusDays(1), LONG_DAY))
                .first()
                .satisfies(day -> assertThat(day.coverage()).isCloseTo(0.5, within(1e-9)));
    }

    @Test
    void daysFollowTheTownWhenItsZoneChanges() {
        minutes(pm10, START, END, 20);
        upkeep.run(Duration.ZERO);
        zone = ZoneId.of("Atlantic/Azores");
        upkeep.run(Duration.ZERO);
        assertThat(storedDays(pm10))
                .isEqualTo(days(ofAllReadings(pm10).rollups()))
                .hasSize(3);
    }

    @Test
    void aTownThatWasThereBeforeGetsItsRollupsAfterTheMigration() {
        try (var old = new HistoryDatabase("35")) {
            for (var day = 0; day < 60; day++)
                old.sql()
                        .sql("INSERT INTO reading (ts, value, series_id, quality) VALUES (:time, :value, 1, 0)")
                        .param("time", START.minus(Duration.ofDays(day)).atOffset(UTC))
                        .param("value", day)
                        .update();
            old.migrate("latest");
            new Upkeep(old.sql(), new TransactionTemplate(old.transactions()), town, source, clock, clearance(old))
                    .run(Duration.ZERO);
            assertThat(new RollupTable(old.sql()).backlog()).isEmpty();
            assertThat(old.sql()
                            .sql("SELECT count(*) FROM reading_1d WHERE readings = 1")
                            .query((row, n) -> row.getInt(1))
                            .single())
                    .isEqualTo(60);
            assertThat(old.sql().sql("DELETE FROM reading WHERE value < 10").update())
                    .isEqualTo(10);
            new Upkeep(old.sql(), new TransactionTemplate(old.transactions()), town, source, clock, clearance(old))
                    .run(Duration.ZERO);
            assertThat(old.sql()
                            .sql("SELECT count(*) FROM reading_1d")
                            .query((row, n) -> row.getInt(1))
                            .single())
                    .isEqualTo(50);
        }
    }

    @Test
    void whatAnEarlierCockpitHasStoredIsRolledUpInTheBackground() {
        minutes(pm10, START, END, 20);
        minutes(noise, START, END, 50);
        DATABASE.sql().sql("TRUNCATE reading_mark").update();
        DATABASE.sql()
                .sql("UPDATE reading_upkeep SET backlog_until = :until")
                .param("until", END.plus(Duration.ofHours(3)).atOffset(UTC))
                .update();
        assertThat(answers.read(query(List.of(pm10), Resolution.HOUR))
                        .getFirst()
                        .isComplete())
                .isFalse();
        upkeep.run(Duration.ZERO);
        assertThatRollupsAreThoseOfAllReadings(pm10);
        assertThatRollupsAreThoseOfAllReadings(noise);
        assertThat(answers.read(query(List.of(pm10), Resolution.HOUR))
                        .getFirst()
                        .isComplete())
                .isTrue();
        assertThat(new RollupTable(DATABASE.sql()).backlog()).isEmpty();
    }

    @Test
    void anHourThatIsNotOverIsToldFromItsReadings() {
        var now = END.minus(Duration.ofMinutes(30));
        var early = upkeep(InstantSource.fixed(now));
        minutes(pm10, END.minus(Duration.ofHours(2)), now, 20);
        early.run(Duration.ZERO);
        assertThat(stored(pm10)).hasSize(1);
        assertThat(answers.read(query(List.of(pm10), Resolution.HOUR))
                        .getFirst()
                        .points())
                .hasSize(2)
                .last()
                .satisfies(point -> assertThat(point.count()).isEqualTo(30));
    }

    @Test
    void aSpikeIsStoredAsSuspectAndItsValueStays() {
        minutes(warmth, START, START.plus(Duration.ofHours(1)), 20);
        var spike = new Reading(warmth.id(), START.plusSeconds(1_830), 44, Quality.GOOD);
        store.append(List.of(spike));
        upkeep.run(Duration.ZERO);
        assertThat(store.readings(List.of(warmth), new Interval(START, END)).get(warmth.id()))
                .filteredOn(reading -> !reading.quality().isPlausible())
                .containsExactly(new Reading(warmth.id(), spike.phenomenonTime(), 44, Quality.SUSPECT));
        var answer = answers.read(query(List.of(warmth), Resolution.HOUR)).getFirst();
        assertThat(answer.points().getFirst().max()).hasValue(20.01);
        assertThat(answer.doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.highest()).isEqualTo(44));
    }

    @Test
    void theReadingsThemselvesAreToldForAShortSpan() {
        minutes(pm10, START, START.plus(Duration.ofHours(3)), 20);
        var span = new Interval(START, START.plus(Duration.ofHours(3)));
        var answer = answers.read(new TimeSeriesQuery(List.of(pm10), span, 200)).getFirst();
        assertThat(answer.resolution()).isEqualTo(Resolution.READING);
        assertThat(answer.points()).hasSize(180);
        assertThat(answers.read(new TimeSeriesQuery(List.of(pm10), span, 30)).getFirst())
                .satisfies(coarse -> {
                    assertThat(coarse.resolution()).isEqualTo(Resolution.FIVE_MINUTES);
                    assertThat(coarse.points())
                            .hasSize(36)
                            .allSatisfy(point -> assertThat(point.coverage()).isEqualTo(1));
                });
    }

    @Test
    void oldReadingsGoAndTheirHoursStay() {
        // Far more than a week, so that whole chunks are too old.
        for (var days : List.of(900, 800, 400, 100)) {
            var from = END.minus(Duration.ofDays(days));
            minutes(pm10, from, from.plus(Duration.ofHours(2)), 20);
            minutes(noise, from, from.plus(Duration.ofHours(2)), 50);
        }
        DATABASE.packAway();
        // As each start does; what is packed away stays so.
        DATABASE.migrate("latest");
        DATABASE.sql().sql("UPDATE reading_upkeep SET cleared_at = NULL").update();
        upkeep.run(Duration.ofDays(1));
        assertThat(daysOf(pm10)).as("what is not rolled up stays").hasSize(4);
        upkeep.run(Duration.ZERO);
        assertThat(daysOf(pm10)).hasSize(2);
        assertThat(daysOf(noise)).hasSize(1);
        assertThat(stored(pm10)).hasSize(8);
        assertThat(stored(noise)).hasSize(8);
        // Somebody looks at an hour again of which nothing is left.
        new RollupTable(DATABASE.sql())
                .addStaleHours(pm10, hour(END.minus(Duration.ofDays(900))), hour(END.minus(Duration.ofDays(899))));
        upkeep.run(Duration.ZERO);
        assertThat(stored(pm10)).hasSize(8);
        assertThat(new RollupTable(DATABASE.sql()).staleHours(List.of(pm10))).isZero();
    }

    @Test
    void whatIsLeftOfASensorThatIsNoMoreKeepsNoOtherFromBeingClearedAway() {
        var from = END.minus(Duration.ofDays(900));
        minutes(pm10, from, from.plus(Duration.ofHours(2)), 20);
        DATABASE.sql()
                .sql("INSERT INTO reading_stale_hour (series_id, hour) VALUES (99999, :hour)")
                .param("hour", from.atOffset(UTC))
                .update();
        DATABASE.sql().sql("UPDATE reading_upkeep SET cleared_at = NULL").update();
        upkeep.run(Duration.ZERO);
        assertThat(daysOf(pm10)).isEmpty();
        assertThat(stored(pm10)).hasSize(2);
    }

    @Test
    void howMuchHistoryThereIsCanBeTold() {
        minutes(pm10, START, END, 20);
        DATABASE.sql().sql("UPDATE reading_upkeep SET cleared_at = NULL").update();
        var reporter = new StoredHistoryReporter(DATABASE.sql(), town, store, (property, arrival) -> Instant.EPOCH);
        assertThat(reporter.report().nextClearance()).isEmpty();
        upkeep.run(Duration.ZERO);
        DATABASE.vacuum();
        var report = reporter.report();
        assertThat(report.readings()).isEqualTo(Duration.between(START, END).toMinutes());
        assertThat(report.bytesPerReading().orElseThrow()).isBetween(50.0, 500.0);
        assertThat(report.rollupBytes()).isPositive();
        assertThat(report.oldest()).contains(START);
        assertThat(report.nextClearance()).contains(clock.instant().plus(Duration.ofDays(1)));
        assertThat(report.staleHours()).isZero();
    }

    @Test
    void whoStoresReadingsWithoutMarkingTheirHoursIsRefused() {
        try (var upgraded = new HistoryDatabase("41")) {
            var time = START.plusSeconds(7_230).atOffset(UTC);
            store(upgraded.stranger(), time);
            upgraded.migrate("latest");
            assertThatThrownBy(() -> store(upgraded.stranger(), time.plusMinutes(1)))
                    .hasMessageContaining("a mark of their hours");
            upgraded.store(town)
                    .append(List.of(
                            new Reading(pm10.id(), START, 80, Quality.GOOD),
                            new Reading(pm10.id(), START.plusSeconds(60), 80, Quality.GOOD)));
            assertThat(marks(upgraded)).as("a batch marks once").isEqualTo(1);
            new Upkeep(
                            upgraded.sql(),
                            new TransactionTemplate(upgraded.transactions()),
                            town,
                            source,
                            clock,
                            clearance(upgraded))
                    .run(Duration.ZERO);
            assertThat(new RollupTable(upgraded.sql()).hours(List.of(pm10), 0, HourReader.micros(END)))
                    .hasEntrySatisfying(
                            pm10.key(),
                            hours -> assertThat(hours.values())
                                    .extracting(Rollup::count)
                                    .containsExactly(2, 1));
        }
    }

    private void store(JdbcClient sql, OffsetDateTime time) {
        sql.sql("INSERT INTO reading (ts, value, series_id, quality) VALUES (:time, 80, :series, 0)")
                .param("time", time)
                .param("series", pm10.key())
                .update();
    }

    private static int marks(HistoryDatabase database) {
        return database.sql()
                .sql("SELECT count(*) FROM reading_mark")
                .query((row, n) -> row.getInt(1))
                .single();
    }

    @Test
    void aSensorThatReportsEachSecondHasADayOfTwoThousandPointsAtMost() {
        var quick = Duration.ofSeconds(1);
        DATABASE.sql()
                .sql("""
                        INSERT INTO reading (ts, value, series_id, quality)
                        SELECT ts, 20 + extract(second FROM ts) / 10, :series, 0
                          FROM generate_series(:from::timestamptz, :to, INTERVAL '1 second') AS ts""")
                .param("series", pm10.key())
                .param("from", END.minus(Duration.ofDays(1)).atOffset(UTC))
                .param("to", END.minus(quick).atOffset(UTC))
                .update();
        var query = new TimeSeriesQuery(
                List.of(pm10), new Interval(END.minus(Duration.ofDays(1)), END), TimeSeriesQuery.MOST_POINTS);
        // It promised one a minute.
        var answer = answers.read(query).getFirst();
        assertThat(answer.resolution()).isEqualTo(Resolution.MINUTE);
        assertThat(answer.points()).hasSize(1_440).allSatisfy(point -> {
            assertThat(point.count()).isEqualTo(60);
            assertThat(point.min()).hasValue(20);
            assertThat(point.max()).hasValue(25.9);
            assertThat(point.coverage()).isEqualTo(1);
        });
        var promised = with(pm10, quick);
        assertThat(answers.read(new TimeSeriesQuery(List.of(promised), query.span(), TimeSeriesQuery.MOST_POINTS))
                        .getFirst()
                        .points())
                .isEqualTo(answer.points());
    }

    private static long hour(Instant time) {
        return Stretch.floor(HourReader.micros(time));
    }

    private List<Instant> daysOf(Series series) {
        return store
                .readings(List.of(series), new Interval(END.minus(Duration.ofDays(2_000)), END))
                .getOrDefault(series.id(), List.of())
                .stream()
                .map(reading -> reading.phenomenonTime().truncatedTo(ChronoUnit.DAYS))
                .distinct()
                .toList();
    }

    @Test
    void theEvidenceOfANumberIsThatOfItsReadingsWhateverTheSpan() {
        var evidence = new StoredEvidence(DATABASE.sql(), DATABASE.transactions(), answers, source);
        minutes(pm10, END.minus(Duration.ofHours(2)), END, 10);
        store.append(List.of(
                new Reading(pm10.id(), END.minusSeconds(1_830), 9_000, Quality.IMPLAUSIBLE),
                new Reading(pm10.id(), END.minusSeconds(1_815), 12, Quality.TIMED_ON_ARRIVAL)));
        for (var span : List.of(
                new Interval(END.minus(Duration.ofHours(1)), END),
                new Interval(END.minusSeconds(3_000), END.minusSeconds(17)))) {
            var proved = evidence.over(pm10, span).orElseThrow();
            assertThat(proved.level()).isEqualTo(Level.RAW);
            assertThat(proved.leftOut()).isEqualTo(new Evidence.LeftOut(1, 0, 0));
            assertThat(proved.timedOnArrival()).isEqualTo(1);
            assertThat(proved.number()).hasValueSatisfying(point -> {
                assertThat(point.from()).isEqualTo(span.from());
                assertThat(point.to()).isEqualTo(span.to());
            });
        }
        // The steps of a chart have the same numbers.
        var day = new Interval(END.minus(Duration.ofHours(2)), END);
        for (var resolution : List.of(Resolution.TEN_MINUTES, Resolution.HOUR))
            for (var point :
                    answers.read(List.of(pm10), day, resolution).getFirst().points()) {
                var proved = evidence.over(pm10, new Interval(point.from(), point.to()));
                assertThat(proved.flatMap(Evidence::number)).contains(point);
            }
        assertThat(evidence.reading(pm10, END.minusSeconds(1_830)))
                .map(Reading::quality)
                .contains(Quality.IMPLAUSIBLE);
        assertThat(evidence.reading(pm10, END.minusSeconds(1_831))).isEmpty();
        assertThat(evidence.believedAt(List.of(pm10), END.minusSeconds(1_830)).values())
                .singleElement()
                .satisfies(newest -> assertThat(newest.phenomenonTime()).isEqualTo(END.minusSeconds(1_860)));
    }

    @Test
    void whatIsUsualAtAnHourIsKnownAfterThreeWeeks() {
        try (var usual = new UsualHours(DATABASE.sql(), town, source, clock)) {
            for (var week = 1; week <= 2; week++) {
                var from = END.minus(Duration.ofDays(7L * week));
                minutes(pm10, from, from.plus(Duration.ofHours(2)), 10 * week);
            }
            upkeep.run(Duration.ZERO);
            assertThat(usual.week(pm10).at(END)).isEmpty();
        }
        try (var usual = new UsualHours(DATABASE.sql(), town, source, clock)) {
            var from = END.minus(Duration.ofDays(21));
            minutes(pm10, from, from.plus(Duration.ofHours(2)), 30);
            // Hardly anything was measured in the fourth week before.
            minutes(
                    pm10,
                    from.minus(Duration.ofDays(7)),
                    from.minus(Duration.ofDays(7)).plusSeconds(300),
                    99);
            upkeep.run(Duration.ZERO);
            // By the town's clock that was an hour earlier before summer time ended.
            var summer = Duration.ofHours(1);
            assertThat(usual.week(pm10).at(END.plus(summer))).isPresent();
            assertThat(usual.week(pm10).at(END.plus(summer)).orElseThrow()).satisfies(hour -> {
                assertThat(hour.weeks()).isEqualTo(3);
                assertThat(hour.median()).isCloseTo(20, within(0.02));
                assertThat(hour.lowerQuartile()).isCloseTo(15, within(0.02));
                assertThat(hour.upperQuartile()).isCloseTo(25, within(0.02));
            });
            // The same hour by the clock of the picture, in one question about all series.
            await().untilAsserted(() -> assertThat(usual.at(END.plus(summer))).containsKey(pm10.id()));
            assertThat(usual.at(END.plus(summer)).get(pm10.id()))
                    .isEqualTo(usual.week(pm10).at(END.plus(summer)).orElseThrow())
                    .isEqualTo(usual.of(usual.past(pm10, END.plus(summer))).orElseThrow());
            assertThat(usual.week(pm10).at(END.minus(Duration.ofHours(5)))).isEmpty();
        }
    }

    @Test
    void whatIsUsualFollowsAPastThatIsFilledInAFewMinutesLater() {
        var now = new AtomicReference<>(clock.instant());
        try (var usual = new UsualHours(DATABASE.sql(), town, source, now::get)) {
            weeksBefore(1, 3);
            await().until(() -> weeksKnown(usual) == 3);
            weeksBefore(4, 6);
            assertThat(weeksKnown(usual)).isEqualTo(3);
            now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
            await().until(() -> weeksKnown(usual) == 6);
        }
    }

    private int weeksKnown(UsualHours usual) {
        return Optional.ofNullable(usual.at(END).get(pm10.id()))
                .map(Usual::weeks)
                .orElse(0);
    }

    /** Measures for three hours around the same time of the weeks before, by any clock. */
    private void weeksBefore(int first, int last) {
        for (var week = first; week <= last; week++) {
            var from = END.minus(Duration.ofDays(7L * week)).minus(Duration.ofHours(1));
            minutes(pm10, from, from.plus(Duration.ofHours(3)), 10 * week);
        }
        upkeep.run(Duration.ZERO);
    }

    @Test
    void aGapIsAGap() {
        minutes(pm10, START, START.plus(Duration.ofHours(2)), 20);
        minutes(pm10, START.plus(Duration.ofHours(5)), START.plus(Duration.ofHours(6)), 20);
        upkeep.run(Duration.ZERO);
        var points =
                answers.read(query(List.of(pm10), Resolution.HOUR)).getFirst().points();
        var gaps = new TreeSet<Instant>();
        for (var i = 1; i < points.size(); i++)
            if (points.get(i).from().isAfter(points.get(i - 1).to()))
                gaps.add(points.get(i).from());
        assertThat(points).hasSize(3);
        assertThat(gaps).containsExactly(START.plus(Duration.ofHours(5)));
    }

    private void minutes(Series series, Instant from, Instant to, double value) {
        var readings = new ArrayList<Reading>();
        for (var time = from; time.isBefore(to); time = time.plusSeconds(60))
            // Something changes all the time, so that the sensor does not seem to be stuck.
            readings.add(new Reading(
                    series.id(),
                    time,
                    series.equals(noise) ? value : value + (time.getEpochSecond() / 60 % 2) / 100.0,
                    Quality.GOOD));
        if (series.equals(noise)) shake(readings);
        store.append(readings);
    }

    /** So little that no level shows it. */
    private static void shake(List<Reading> readings) {
        for (var i = 0; i < readings.size(); i += 2) {
            var one = readings.get(i);
            readings.set(i, new Reading(one.series(), one.phenomenonTime(), one.value() + 1e-10, one.quality()));
        }
    }
}
