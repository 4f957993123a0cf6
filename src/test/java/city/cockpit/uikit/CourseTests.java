package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTests {

    private static final Instant MIDNIGHT = Instant.parse("2026-05-20T22:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void aLineBreaksWhereTwoIntervalsPassedWithoutAReading() {
        var line = line(Duration.ofMinutes(1), 0, 15, 45, 60);
        assertThat(course("pm10", line).stretches(line)).extracting(List::size).containsExactly(2, 2);
    }

    @Test
    void ofManyPlacesThoseThatReachHighestAreDrawn() {
        var quiet = line(QUARTER, 40, 42);
        var loud = line(QUARTER, 60, 70);
        var silent = line(QUARTER);
        assertThat(course("laeq", silent, quiet, loud).busiest(2).lines()).containsExactly(quiet, loud);
    }

    @Test
    void anHourlySensorHasALineInStepsOfAQuarter() {
        var line = line(Duration.ofHours(1), 0, 60, 120, 300);
        assertThat(course("pm10", line).stretches(line)).extracting(List::size).containsExactly(3, 1);
    }

    @Test
    void theSentenceNamesTheExtremesOfTheReadingsAndTheirMean() {
        assertThat(sentence("temperature", line(QUARTER, 0, 15)))
                .isEqualTo("zwischen −1,0 und 16,0\u00a0°C, im Mittel 7,5\u00a0°C");
    }

    @Test
    void decibelsAreAveragedAsEnergy() {
        assertThat(sentence("laeq", line(QUARTER, 60, 70))).endsWith("im Mittel 67\u00a0dB(A)");
    }

    @Test
    void aMeterTellsHowFarItWent() {
        assertThat(sentence("energy", line(QUARTER, 0, 15)))
                .isEqualTo("von −1,0 auf 16,0\u00a0kWh, also 17,0\u00a0kWh");
    }

    @Test
    void aPlaceThatNeverReportedSaysSo() {
        assertThat(sentence("pm10", line(QUARTER))).isEqualTo("noch nie ein Wert");
    }

    @Test
    void aSilentPlaceNamesItsLastValue() {
        var last = new Reading(new SeriesId("air-1/pm10"), MIDNIGHT, 12, Quality.GOOD);
        var line = new Course.Line("Markt", QUARTER, List.of(), List.of(), Optional.of(last));
        assertThat(sentence("pm10", line))
                .isEqualTo("keine Werte in diesem Zeitraum, der letzte war 12\u00a0µg/m³ am 21.05.2026, 00:00:00 Uhr");
    }

    private static String sentence(String property, Course.Line line) {
        var words = new Wording(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
        return new CourseSentence(words, course(property, line).property()).of(line);
    }

    private static Course course(String property, Course.Line... lines) {
        return new Course(
                ObservedProperties.load().find(property).orElseThrow(),
                new Interval(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))),
                QUARTER,
                List.of(lines));
    }

    /** Points at these minutes, whose mean is the minute. */
    private static Course.Line line(Duration interval, int... minutes) {
        var points = Arrays.stream(minutes)
                .mapToObj(minute ->
                        new Course.Point(MIDNIGHT.plus(Duration.ofMinutes(minute)), minute, minute - 1, minute + 1))
                .toList();
        return new Course.Line("Markt", interval, points, List.of(), Optional.empty());
    }
}
