package city.cockpit.strategy.measured;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.HistoryDatabase;
import city.cockpit.history.rollup.TestRollups;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Binding.Aggregation;
import city.cockpit.strategy.plan.Binding.Grade;
import city.cockpit.strategy.plan.Binding.Places;
import city.cockpit.strategy.plan.Binding.Window;
import city.cockpit.strategy.progress.IndicatorValue;
import city.cockpit.strategy.progress.IndicatorValue.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A year of two sensors, from the readings to the indicator, beside the same year computed in plain SQL. */
class MeasuredIndicatorsIT {

    private static final HistoryDatabase DATABASE = new HistoryDatabase().granted();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NEW_YEAR_2025 = Instant.parse("2024-12-31T23:00:00Z");
    private static final Instant NEW_YEAR_2026 = Instant.parse("2025-12-31T23:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(20);

    private static final String MEAN_OF_HOURLY_MEANS = """
            SELECT avg(mean) FROM (SELECT avg(value) AS mean FROM reading
                                    WHERE series_id = :series AND ts >= :from AND ts < :to
                                    GROUP BY date_trunc('hour', ts) HAVING count(*) >= 3) AS hours""";

    private static final String DAYS_ABOVE_12 = """
            SELECT count(*) FROM (SELECT avg(value) AS mean FROM reading
                                   WHERE series_id = :series AND ts >= :from AND ts < :to
                                   GROUP BY (ts AT TIME ZONE 'Europe/Berlin')::date HAVING count(*) >= 54) AS days
             WHERE mean > 12""";

    private final FakeCatalog town = new FakeCatalog();
    private final TownSource source = () -> new Town("Musterstadt", BERLIN);
    private final Series market = slow(town.add("air-01/pm2_5", "Marktplatz"));
    private final Series park = slow(town.add("air-02/pm2_5", "Stadtpark"));
    private final Binding mean = binding(Aggregation.MEAN_OF_HOURLY_MEANS, OptionalDouble.empty());
    private final Binding days = binding(Aggregation.DAYS_ABOVE, OptionalDouble.of(12));
    private final ValueTable table = new ValueTable(DATABASE.sql(), DATABASE.transactions());
    private Instant now = NEW_YEAR_2025;

    private Series slow(Series one) {
        return town.add(new Series(
                one.key(),
                one.id(),
                one.property(),
                INTERVAL,
                one.site(),
                one.capacity(),
                one.marks(),
                one.plausible(),
                one.simulated()));
    }

    private static Binding binding(Aggregation aggregation, OptionalDouble level) {
        return new Binding(
                "pm2_5",
                List.of(),
                aggregation,
                level,
                OptionalDouble.empty(),
                Places.HIGHEST,
                Window.CALENDAR_YEAR,
                0.85,
                Grade.INDICATIVE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aYearOfReadingsComesToWhatSqlSaysAndLateOnesAreNotForgotten() {
        var gap = Instant.parse("2025-02-01T00:00:00Z");
        var gapEnd = Instant.parse("2025-05-01T00:00:00Z");
        var late = new ArrayList<Reading>();
        append(year(market, 1).stream()
                .filter(reading -> {
                    var isLate = !reading.phenomenonTime().isBefore(gap)
                            && reading.phenomenonTime().isBefore(gapEnd);
                    if (isLate) late.add(reading);
                    return !isLate;
                })
                .toList());
        append(year(park, 2));

        now = Instant.parse("2025-07-01T10:00:00Z");
        compute();
        assertThat(of2025(mean).state()).isEqualTo(State.PROVISIONAL);
        assertThat(of2025(mean).until()).isEqualTo("2026-01-01");

        now = Instant.parse("2026-01-02T10:00:00Z");
        compute();
        var withGap = of2025(mean);
        assertThat(withGap.state()).isEqualTo(State.FINAL);
        // The market knows too little of the year, so that the park counts, though the air there is better.
        assertThat(withGap.value().orElseThrow()).isCloseTo(sql(MEAN_OF_HOURLY_MEANS, park), within(1e-9));
        assertThat(withGap.places())
                .extracting(IndicatorValue.PlaceValue::place)
                .containsExactly("Marktplatz", "Stadtpark");
        assertThat(withGap.places().getFirst().coverage()).isLessThan(0.85);
        assertThat(of2025(days).value().orElseThrow()).isEqualTo(sql(DAYS_ABOVE_12, park));
        assertThat(computeAgain()).isZero();

        append(late);
        now = Instant.parse("2026-01-03T10:00:00Z");
        compute();
        assertThat(of2025(mean).value().orElseThrow()).isCloseTo(sql(MEAN_OF_HOURLY_MEANS, market), within(1e-9));
        assertThat(of2025(days).value().orElseThrow()).isEqualTo(sql(DAYS_ABOVE_12, market));
        assertThat(sql(DAYS_ABOVE_12, market)).isBetween(20.0, 345.0);
        assertThat(table.listHistory(mean.rule(), "2025"))
                .extracting(IndicatorValue::state)
                .containsExactly(State.PROVISIONAL, State.FINAL, State.FINAL);
        assertThat(table.listHistory(mean.rule(), "2025").get(1)).isEqualTo(withGap);
        assertThat(table.values().correctedOf(mean)).containsExactly(withGap);
    }

    @Test
    void whileOneNodeComputesTheOthersDoNot() {
        var other = new ValueTable(DATABASE.sql(), DATABASE.transactions());
        var tried = new ArrayList<Boolean>();
        table.alone(() -> tried.add(
                CompletableFuture.supplyAsync(() -> other.alone(() -> {})).join()));
        assertThat(tried).containsExactly(false);
        assertThat(other.alone(() -> {})).isTrue();
    }

    private void compute() {
        TestRollups.rollUp(DATABASE, town, source, () -> now);
        computeAgain();
    }

    private int computeAgain() {
        return new IndicatorUpkeep(
                        () -> List.of(mean, days),
                        TestRollups.answers(DATABASE, source, () -> now),
                        town,
                        source,
                        () -> now,
                        table)
                .computeAll();
    }

    private IndicatorValue of2025(Binding binding) {
        return table.values().of(binding).stream()
                .filter(value -> !value.isRolling() && value.from().getYear() == 2025)
                .findFirst()
                .orElseThrow();
    }

    private double sql(String question, Series series) {
        return DATABASE.sql()
                .sql(question)
                .param("series", series.key())
                .param("from", NEW_YEAR_2025.atOffset(UTC))
                .param("to", NEW_YEAR_2026.atOffset(UTC))
                .query((row, n) -> row.getDouble(1))
                .single();
    }

    private void append(List<Reading> readings) {
        var store = DATABASE.store(town);
        for (var from = 0; from < readings.size(); from += 5_000)
            store.append(readings.subList(from, Math.min(readings.size(), from + 5_000)));
    }

    /** Some are missing, now and then; the market is a little dustier than the park. */
    private static List<Reading> year(Series series, int seed) {
        var chance = new Random(seed);
        var readings = new ArrayList<Reading>();
        for (var time = NEW_YEAR_2025; time.isBefore(NEW_YEAR_2026); time = time.plus(INTERVAL)) {
            var season =
                    Math.cos(2 * Math.PI * Duration.between(NEW_YEAR_2025, time).toDays() / 365.0);
            var value = 13 - seed + 4 * season + chance.nextDouble();
            if (chance.nextInt(40) > 0) readings.add(new Reading(series.id(), time, value, Quality.GOOD));
        }
        return readings;
    }
}
