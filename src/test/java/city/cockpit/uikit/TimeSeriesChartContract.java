package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.ObservedProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every chart library is told to draw. */
abstract class TimeSeriesChartContract {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Wording WORDS = new Wording(Locale.GERMAN, ZoneId.of("Europe/Berlin"));

    /**
     * What a chart was told.
     *
     * @param doubts quarters with a ground behind them
     * @param lines name and stretches of each line, a stretch as "10:00=12.5 10:15=13.0"
     */
    record Told(
            List<String> names,
            List<List<String>> lines,
            Interval span,
            String zone,
            String unit,
            boolean asPoints,
            List<Long> doubts) {}

    abstract Told told(TimeSeriesChart chart);

    @Test
    void everyPlaceIsALineWithItsNameAndItsValues() {
        var told = drawn("pm10", line("Markt", 0, 1), line("Bahnhof", 0, 1));
        assertThat(told.names()).containsExactly("Markt", "Bahnhof");
        assertThat(told.lines()).containsOnly(List.of("0=0.0 1=1.0"));
    }

    @Test
    void aGapBreaksTheLine() {
        assertThat(drawn("pm10", line("Markt", 0, 1, 5, 6)).lines())
                .containsExactly(List.of("0=0.0 1=1.0", "5=5.0 6=6.0"));
    }

    @Test
    void whatIsImplausibleIsMarkedAndNotDrawn() {
        var told = drawn(
                "pm10",
                new Course.Line(
                        "Markt",
                        Duration.ofMinutes(1),
                        List.of(new Course.Point(NOON, 12, 12, 12)),
                        List.of(
                                new Course.Doubt(NOON.plus(QUARTER), 9_000, 9_000, 1),
                                new Course.Doubt(NOON.plus(QUARTER.multipliedBy(3)), 8_000, 9_000, 2)),
                        Optional.empty()));
        assertThat(told.doubts()).containsExactly(1L, 3L);
        assertThat(told.lines()).containsExactly(List.of("0=12.0"));
    }

    @Test
    void theAxisShowsTheWholeSpanInTheTimeOfTheTown() {
        var told = drawn("pm10", line("Markt", 0));
        assertThat(told.span()).isEqualTo(new Interval(NOON, NOON.plus(Duration.ofHours(24))));
        assertThat(told.zone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void theUnitIsTold() {
        assertThat(drawn("pm10", line("Markt", 0)).unit()).isEqualTo("µg/m³");
    }

    @Test
    void onlyDirectionsArePoints() {
        assertThat(drawn("wind_direction", line("Markt", 0, 1)).asPoints()).isTrue();
        assertThat(drawn("pm10", line("Markt", 0, 1)).asPoints()).isFalse();
    }

    @Test
    void whatIsDrawnAnewReplacesWhatWasThere() {
        var chart = TimeSeriesCharts.create(WORDS);
        chart.show(course("pm10", line("Markt", 0)));
        chart.show(course("pm10", line("Bahnhof", 1)));
        assertThat(told(chart).names()).containsExactly("Bahnhof");
    }

    @Test
    void screenReadersAreSparedTheDrawing() {
        var element = TimeSeriesCharts.create(WORDS).component().getElement();
        assertThat(element.getAttribute("aria-hidden")).isEqualTo("true");
    }

    /** The quarter after noon in which this time lies. */
    static long quarter(Instant time) {
        return Duration.between(NOON, time).dividedBy(QUARTER);
    }

    private Told drawn(String property, Course.Line... lines) {
        var chart = TimeSeriesCharts.create(WORDS);
        chart.show(course(property, lines));
        return told(chart);
    }

    private static Course course(String property, Course.Line... lines) {
        return new Course(
                ObservedProperties.load().find(property).orElseThrow(),
                new Interval(NOON, NOON.plus(Duration.ofHours(24))),
                QUARTER,
                List.of(lines));
    }

    /** A line that has a value in these quarters of an hour: the number of the quarter. */
    private static Course.Line line(String name, int... quarters) {
        var points = Arrays.stream(quarters)
                .mapToObj(quarter ->
                        new Course.Point(NOON.plus(QUARTER.multipliedBy(quarter)), quarter, quarter, quarter))
                .toList();
        return new Course.Line(name, Duration.ofMinutes(1), points, List.of(), Optional.empty());
    }
}
