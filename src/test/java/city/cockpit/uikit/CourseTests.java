package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseTests {

    private static final Instant MIDNIGHT = Instant.parse("2026-05-20T22:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void aLineBreaksWhereTwoIntervalsPassedWithoutAReading() {
        assertThat(line("pm10", Duration.ofMinutes(1), 0, 15, 45, 60).stretches())
                .extracting(List::size)
                .containsExactly(2, 2);
    }

    @Test
    void aSensorThatReportsLessOftenThanItPromisedHasALineAllTheSame() {
        assertThat(line("pm10", Duration.ofMinutes(1), 0, 45, 90, 135, 300).stretches())
                .extracting(List::size)
                .containsExactly(4, 1);
    }

    @Test
    void ofManyPlacesThoseThatReachHighestAreDrawn() {
        var quiet = line("laeq", QUARTER, 40, 42);
        var loud = line("laeq", QUARTER, 60, 70);
        var silent = line("laeq", QUARTER);
        assertThat(course(silent, quiet, loud).busiest(2).lines()).containsExactly(quiet, loud);
    }

    @Test
    void anHourlySensorHasALineInStepsOfAQuarter() {
        assertThat(line("pm10", Duration.ofHours(1), 0, 60, 120, 300).stretches())
                .extracting(List::size)
                .containsExactly(3, 1);
    }

    @Test
    void theSentenceNamesTheMeanAndTheExtremesWithTheirTimes() {
        assertThat(sentence(line("temperature", QUARTER, 0, 15)))
                .isEqualTo("im Mittel 7,5\u00a0°C bei 2\u00a0% Abdeckung; höchster Wert 16,0\u00a0°C um 00:15 Uhr;"
                        + " niedrigster Wert −1,0\u00a0°C um 00:00 Uhr");
    }

    @Test
    void decibelsAreAveragedAsEnergy() {
        assertThat(sentence(line("laeq", QUARTER, 60, 70)))
                .startsWith("im Mittel 67\u00a0dB(A) bei 2\u00a0% Abdeckung; ");
    }

    @Test
    void whatAMeterCountedInAGapIsInTheSumButNowhereMost() {
        var line = line("energy", QUARTER, 0, 15, 30, 90, 105);
        assertThat(sentence(line))
                .isEqualTo(
                        "zusammen 240,0\u00a0kWh bei 5\u00a0% Abdeckung, davon 90,0\u00a0kWh in Lücken gezählt; am meisten 105,0\u00a0kWh um 01:45 Uhr");
        assertThat(line.stretches()).extracting(List::size).containsExactly(3, 1);
    }

    @Test
    void aMeterThatIsHeardAgainButOnceHasNoStepOfWhichAnythingIsKnown() {
        assertThat(sentence(line("energy", QUARTER, 0, 90))).contains("am meisten 0,0");
    }

    @Test
    void aMeterTellsWhatWasUsed() {
        assertThat(sentence(line("energy", QUARTER, 0, 15)))
                .isEqualTo("zusammen 15,0\u00a0kWh bei 2\u00a0% Abdeckung; am meisten 15,0\u00a0kWh um 00:15 Uhr");
    }

    @Test
    void theDifferenceToTheUsualIsAShareWhereZeroIsNothingAndElseAnAmount() {
        assertThat(sentence(usually(20, line("pm10", QUARTER, 15, 30))))
                .startsWith("im Mittel 23\u00a0µg/m³ bei 2\u00a0% Abdeckung, 13\u00a0% über dem Üblichen");
        assertThat(sentence(usually(20, line("temperature", QUARTER, 15, 30))))
                .startsWith("im Mittel 22,5\u00a0°C bei 2\u00a0% Abdeckung, 2,5\u00a0°C über dem Üblichen");
        assertThat(sentence(usually(22.6, line("temperature", QUARTER, 15, 30))))
                .startsWith("im Mittel 22,5\u00a0°C bei 2\u00a0% Abdeckung, wie üblich");
    }

    @Test
    void coverageCountsTheTimeThatIsOver() {
        var line = line("pm10", QUARTER, 0, 15, 30, 45);
        var day = course(line);
        var noon = new Course(day.span(), day.resolution(), day.lines(), List.of(), MIDNIGHT.plus(Duration.ofHours(2)));
        assertThat(day.coverage(line)).isEqualTo(1 / 24.0);
        assertThat(noon.coverage(line)).isEqualTo(0.5);
        var early = new Course(day.span(), day.resolution(), day.lines(), List.of(), MIDNIGHT.plus(QUARTER));
        assertThat(early.coverage(line)).isEqualTo(1);
    }

    @Test
    void aSensorThatReportsLessOftenThanItPromisedTellsSoByItsCoverage() {
        // One reading of five minutes each hour.
        var readings = IntStream.range(0, 24)
                .mapToObj(hour -> {
                    var at = MIDNIGHT.plus(Duration.ofHours(hour));
                    var value = OptionalDouble.of(20);
                    return new TimeSeries.Point(at, at.plus(Duration.ofMinutes(5)), value, value, value, 1, 1);
                })
                .toList();
        var series = line("pm10", Duration.ofMinutes(5)).data().series();
        var data = new TimeSeries(series, Resolution.READING, readings, List.of(), true);
        assertThat(sentence(new Course.Line("Markt", data, Optional.empty())))
                .startsWith("im Mittel 20\u00a0µg/m³ bei 8\u00a0% Abdeckung; ");
    }

    @Test
    void aPlaceThatNeverReportedSaysSo() {
        assertThat(sentence(line("pm10", QUARTER))).isEqualTo("noch nie ein Wert");
    }

    @Test
    void aSilentPlaceNamesItsLastValue() {
        var last = new Reading(new SeriesId("air-1/pm10"), MIDNIGHT, 12, Quality.GOOD);
        var line = new Course.Line("Markt", line("pm10", QUARTER).data(), Optional.of(last));
        assertThat(sentence(line))
                .isEqualTo("keine Werte in diesem Zeitraum, der letzte war 12\u00a0µg/m³ am 21.05.2026, 00:00:00 Uhr");
    }

    private static Course.Line usually(double median, Course.Line line) {
        var hour = new Course.Expected(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(1)), median - 1, median, median + 1);
        return new Course.Line(line.name(), line.data(), Optional.empty(), Optional.empty(), List.of(hour));
    }

    private static String sentence(Course.Line line) {
        var words = new Wording(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
        return new CourseSentence(words, course(line)).of(line);
    }

    private static Course course(Course.Line... lines) {
        return new Course(
                new Interval(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))),
                Resolution.QUARTER_HOUR,
                List.of(lines),
                List.of());
    }

    /** Points at these minutes, whose mean is the minute. */
    private static Course.Line line(String property, Duration interval, int... minutes) {
        var points = Arrays.stream(minutes)
                .mapToObj(minute -> {
                    var from = MIDNIGHT.plus(Duration.ofMinutes(minute));
                    return new TimeSeries.Point(
                            from,
                            from.plus(QUARTER),
                            OptionalDouble.of(minute),
                            OptionalDouble.of(minute - 1),
                            OptionalDouble.of(minute + 1),
                            15,
                            1);
                })
                .toList();
        var series = new Series(
                1,
                SeriesId.of(new SensorId("sensor-1"), property),
                ObservedProperties.load().find(property).orElseThrow(),
                interval,
                new Site("markt", "Markt", "", 50.87, 9.7),
                OptionalInt.empty(),
                List.of(),
                false);
        return new Course.Line(
                "Markt", new TimeSeries(series, Resolution.QUARTER_HOUR, points, List.of(), true), Optional.empty());
    }
}
