package city.cockpit.history.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.HistoryDatabase;
import city.cockpit.history.Today;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Town;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day of power and energy against the same weekday. */
class DayHoursIT {

    private static final HistoryDatabase DATABASE = new HistoryDatabase();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final FakeCatalog town = new FakeCatalog();
    private final Series meter = town.add("energy-hall/energy", "Rathaus");
    private final Series power = town.add("light-ring/light_power", "Ring");
    private final Series output = town.add("light-ring/light_dimming", "Ring");
    private final DayHours days =
            new DayHours(DATABASE.sql(), town, () -> new Town("Musterstadt", BERLIN), () -> at("2026-06-10T14:20"));

    @BeforeEach
    void emptyTown() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void todayIsComparedWithTheSameHoursOfThatWeekday() {
        hours(meter, "2026-06-10T00:00", 14, 2);
        hours(meter, "2026-06-10T14:00", 1, 100);
        hours(meter, "2026-06-03T00:00", 24, 3);
        hours(meter, "2026-05-27T00:00", 24, 4);
        hours(meter, "2026-05-20T00:00", 24, 5);
        hours(meter, "2026-06-09T00:00", 24, 50);
        var day = day("2026-06-10T14:00", meter);
        assertThat(day.used()).as("the hour that runs is not in it").hasValue(28);
        assertThat(day.usual()).as("the median of three weeks").hasValue(56);
        assertThat(day.baseLoad()).as("from 1 to 5 o'clock").hasValue(2);
    }

    @Test
    void aSumWithAHoleInItIsNone() {
        hours(meter, "2026-06-10T00:00", 6, 2);
        hours(meter, "2026-06-10T07:00", 7, 2);
        hours(meter, "2026-06-03T00:00", 24, 3);
        hours(meter, "2026-05-27T00:00", 24, 4);
        hours(meter, "2026-05-20T00:00", 13, 5);
        var day = day("2026-06-10T14:00", meter);
        assertThat(day.used()).isEmpty();
        assertThat(day.usual()).as("two whole weeks are too few").isEmpty();
        assertThat(day.baseLoad()).hasValue(2);
    }

    @Test
    void beforeFiveTheNightBeforeCountsAndBeforeOneThereIsNoDayYet() {
        hours(meter, "2026-06-09T00:00", 24, 7);
        hours(meter, "2026-06-10T00:00", 4, 2);
        assertThat(day("2026-06-10T04:00", meter).baseLoad()).hasValue(7);
        assertThat(day("2026-06-10T00:00", meter).used()).isEmpty();
    }

    @Test
    void onTheDayOnWhichTheClockIsPutForwardTheNightHasAnHourLess() {
        var spring = LocalDateTime.parse("2026-03-29T00:00").atZone(BERLIN).toInstant();
        for (var hour = 0; hour < 9; hour++) hour(meter, spring.plus(Duration.ofHours(hour)), 2, 2);
        var day = day("2026-03-29T10:00", meter);
        assertThat(day.used()).as("nine hours until ten").hasValue(18);
        assertThat(day.baseLoad()).hasValue(2);
    }

    @Test
    void dimmingSavesWhatFullPowerWouldHaveUsedMore() {
        hours(power, "2026-06-09T22:00", 6, 0.5);
        hours(output, "2026-06-09T22:00", 6, 50);
        hours(power, "2026-06-10T04:00", 1, 0.1);
        hour(output, at("2026-06-10T04:00"), 10, 0);
        assertThat(day("2026-06-10T14:00", power).saved().orElseThrow())
                .as("six hours at half output; in the seventh they went out")
                .isCloseTo(3, within(1e-9));
    }

    private Today day(String until, Series series) {
        return Objects.requireNonNull(days.dayUntil(at(until)).get(series.id()));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private void hours(Series series, String from, int count, double value) {
        for (var hour = 0; hour < count; hour++) hour(series, at(from).plus(Duration.ofHours(hour)), value, value);
    }

    private void hour(Series series, Instant hour, double value, double lowest) {
        DATABASE.sql()
                .sql("""
                        INSERT INTO reading_1h (series_id, hour, value, min_value, seconds, total, sine, readings, doubts)
                        VALUES (:series, :hour, :value, :lowest, 3600, 0, 0, 4, 0)""")
                .params(Map.of(
                        "series",
                        series.key(),
                        "hour",
                        hour.atOffset(ZoneOffset.UTC),
                        "value",
                        value,
                        "lowest",
                        lowest))
                .update();
    }
}
