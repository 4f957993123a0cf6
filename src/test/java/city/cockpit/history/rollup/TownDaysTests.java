package city.cockpit.history.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.history.Resolution;
import city.cockpit.measurement.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days, weeks, months and years by the clock of the town. */
class TownDaysTests {

    private static final TownDays BERLIN = new TownDays(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({"2027-03-28, 23", "2027-10-31, 25", "2028-02-29, 24"})
    void aDayHasTheHoursItHasInTheTown(LocalDate day, int hours) {
        assertThat(hours(BERLIN.step(BERLIN.start(day), Resolution.DAY))).isEqualTo(hours);
        assertThat(BERLIN.steps(BERLIN.start(day), BERLIN.end(day), Resolution.HOUR))
                .hasSize(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-29, MONTH, 2028-02-01, 2028-03-01",
        "2027-02-28, MONTH, 2027-02-01, 2027-03-01",
        "2028-02-29, YEAR, 2028-01-01, 2029-01-01",
        "2028-02-29, WEEK, 2028-02-28, 2028-03-06",
        "2027-03-28, WEEK, 2027-03-22, 2027-03-29"
    })
    void whatADayBelongsTo(LocalDate day, Resolution resolution, LocalDate first, LocalDate next) {
        assertThat(BERLIN.step(BERLIN.at(day, 12), resolution))
                .isEqualTo(new TownDays.Step(BERLIN.start(first), BERLIN.start(next)));
    }

    @Test
    void aLeapYearHasADayMore() {
        assertThat(hours(BERLIN.step(BERLIN.start(LocalDate.of(2028, 7, 1)), Resolution.YEAR)))
                .isEqualTo(366 * 24);
        assertThat(hours(BERLIN.step(BERLIN.start(LocalDate.of(2027, 7, 1)), Resolution.YEAR)))
                .isEqualTo(365 * 24);
    }

    @Test
    void stepsOfSomeHoursFillEveryDayWhateverTheClocksDo() {
        var longDay = LocalDate.of(2027, 10, 31);
        for (var resolution : Stream.of(
                        Resolution.TWO_HOURS, Resolution.THREE_HOURS, Resolution.SIX_HOURS, Resolution.TWELVE_HOURS)
                .toList()) {
            var steps = BERLIN.steps(BERLIN.start(longDay), BERLIN.end(longDay), resolution);
            assertThat(steps).hasSize((int) (24 / resolution.typical().toHours()));
            assertThat(steps.getLast().to()).isEqualTo(BERLIN.end(longDay));
        }
    }

    @Test
    void theHoursAfterMidnightAreOfTheNightBeforeForSound() {
        var day = LocalDate.of(2028, 3, 1);
        assertThat(BERLIN.daysOfHour(BERLIN.at(day, 3), Kind.DECIBEL)).containsExactly(day.minusDays(1), day);
        assertThat(BERLIN.daysOfHour(BERLIN.at(day, 3), Kind.LEVEL)).containsExactly(day);
        assertThat(day.minusDays(1)).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void theTwoHoursOfOneNameInAutumnAreTwoSteps() {
        var first = HourReader.micros(Instant.parse("2027-10-31T00:00:00Z"));
        var second = first + HourRollups.HOUR;
        assertThat(BERLIN.hourOfDay(first)).isEqualTo(BERLIN.hourOfDay(second)).isEqualTo(2);
        assertThat(BERLIN.step(first, Resolution.HOUR)).isNotEqualTo(BERLIN.step(second, Resolution.HOUR));
    }

    private static long hours(TownDays.Step step) {
        return Duration.ofNanos((step.to() - step.from()) * 1_000).toHours();
    }
}
