package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.history.Doubt;
import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.ObservedProperties;
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
     * @param breaches in which quarters the time begins and ends in which a rule was broken
     * @param behind names of what is drawn behind the lines
     * @param lines name and stretches of each line, a stretch as "10:00=12.5 10:15=13.0"
     */
    record Told(
            List<String> names,
            List<List<String>> lines,
            Interval span,
            String zone,
            List<String> units,
            boolean asPoints,
            List<Long> doubts,
            List<Long> breaches,
            List<String> behind,
            List<String> limits) {}

    abstract Told told(TimeSeriesChart chart);

    @Test
    void everyPlaceIsALineWithItsNameAndItsValues() {
        var told = drawn(line("Markt", "pm10", 0, 1), line("Bahnhof", "pm10", 0, 1));
        assertThat(told.names()).containsExactly("Markt", "Bahnhof");
        assertThat(told.lines()).containsOnly(List.of("0=0.0 1=1.0"));
    }

    @Test
    void aGapBreaksTheLine() {
        assertThat(drawn(line("Markt", "pm10", 0, 1, 5, 6)).lines())
                .containsExactly(List.of("0=0.0 1=1.0", "5=5.0 6=6.0"));
    }

    @Test
    void whatIsImplausibleIsMarkedAndNotDrawn() {
        var data = new TimeSeries(
                series("pm10"),
                Resolution.QUARTER_HOUR,
                List.of(point(0)),
                List.of(
                        new Doubt(NOON.plus(QUARTER), 9_000, 9_000, 1),
                        new Doubt(NOON.plus(QUARTER.multipliedBy(3)), 8_000, 9_000, 2)),
                true);
        var told = drawn(new Course.Line("Markt", data, Optional.empty()));
        assertThat(told.doubts()).containsExactly(1L, 3L);
        assertThat(told.lines()).containsExactly(List.of("0=0.0"));
    }

    @Test
    void theAxisShowsTheWholeSpanInTheTimeOfTheTown() {
        var told = drawn(line("Markt", "pm10", 0));
        assertThat(told.span()).isEqualTo(new Interval(NOON, NOON.plus(Duration.ofHours(24))));
        assertThat(told.zone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void everyUnitHasAnAxis() {
        assertThat(drawn(line("Markt", "pm10", 0), line("Markt", "laeq", 0), line("Markt", "pm2_5", 0))
                        .units())
                .containsExactly("µg/m³", "dB(A)");
    }

    @Test
    void onlyDirectionsArePoints() {
        assertThat(drawn(line("Markt", "wind_direction", 0, 1)).asPoints()).isTrue();
        assertThat(drawn(line("Markt", "pm10", 0, 1)).asPoints()).isFalse();
    }

    @Test
    void aSingleLineHasTheBandOfItsExtremesAndSeveralHaveNone() {
        assertThat(drawn(line("Markt", "pm10", 0, 1)).behind()).containsExactly("niedrigster bis höchster Wert");
        assertThat(drawn(line("Markt", "pm10", 0, 1), line("Bahnhof", "pm10", 0, 1))
                        .behind())
                .isEmpty();
    }

    @Test
    void whatIsUsualTakesThePlaceOfTheExtremes() {
        var usual = List.of(new Course.Expected(NOON, NOON.plus(Duration.ofHours(1)), 1, 2, 3));
        var line = new Course.Line("Markt", data("pm10", 0, 1), Optional.empty(), Optional.empty(), usual);
        assertThat(drawn(line).behind()).containsExactly("üblich");
    }

    @Test
    void whatWasBeforeIsDrawnBehind() {
        var before = Optional.of(data("pm10", 0, 1, 2));
        var line = new Course.Line("Markt", data("pm10", 0, 1), Optional.empty(), before, List.of());
        assertThat(drawn(line).behind()).contains("Markt · Vergleichszeit");
    }

    @Test
    void limitsAreLinesWithTheirNames() {
        var chart = TimeSeriesCharts.create(WORDS);
        var unit = series("pm10").property().unit();
        chart.show(new Course(
                new Interval(NOON, NOON.plus(Duration.ofHours(24))),
                Resolution.QUARTER_HOUR,
                List.of(line("Markt", "pm10", 0)),
                List.of(new Course.Limit("Grenzwert (39. BImSchV, 2010)", 50, unit))));
        assertThat(told(chart).limits()).containsExactly("Grenzwert (39. BImSchV, 2010)=50.0");
    }

    @Test
    void theTimeInWhichARuleWasBrokenHasAGround() {
        var chart = TimeSeriesCharts.create(WORDS);
        var day = course(line("Markt", "pm10", 0, 1, 2, 3));
        chart.show(new Course(
                day.span(),
                day.resolution(),
                day.lines(),
                day.limits(),
                day.until(),
                Optional.of(new Interval(NOON.plus(QUARTER), NOON.plus(QUARTER.multipliedBy(3))))));
        assertThat(told(chart).breaches()).containsExactly(1L, 3L);
        assertThat(told(chart).doubts()).isEmpty();
    }

    @Test
    void whatIsDrawnAnewReplacesWhatWasThere() {
        var chart = TimeSeriesCharts.create(WORDS);
        chart.show(course(line("Markt", "pm10", 0)));
        chart.show(course(line("Bahnhof", "pm10", 1)));
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

    private Told drawn(Course.Line... lines) {
        var chart = TimeSeriesCharts.create(WORDS);
        chart.show(course(lines));
        return told(chart);
    }

    private static Course course(Course.Line... lines) {
        return new Course(
                new Interval(NOON, NOON.plus(Duration.ofHours(24))),
                Resolution.QUARTER_HOUR,
                List.of(lines),
                List.of());
    }

    /** A line that has a value in these quarters of an hour: the number of the quarter. */
    private static Course.Line line(String name, String property, int... quarters) {
        return new Course.Line(name, data(property, quarters), Optional.empty());
    }

    private static TimeSeries data(String property, int... quarters) {
        var points =
                Arrays.stream(quarters).mapToObj(TimeSeriesChartContract::point).toList();
        return new TimeSeries(series(property), Resolution.QUARTER_HOUR, points, List.of(), true);
    }

    private static TimeSeries.Point point(int quarter) {
        var from = NOON.plus(QUARTER.multipliedBy(quarter));
        var value = OptionalDouble.of(quarter);
        return new TimeSeries.Point(from, from.plus(QUARTER), value, value, value, 15, 1);
    }

    private static Series series(String property) {
        return new Series(
                1,
                SeriesId.of(new SensorId("sensor-1"), property),
                ObservedProperties.load().find(property).orElseThrow(),
                Duration.ofMinutes(1),
                new Site("markt", "Markt", "", 50.87, 9.7),
                OptionalInt.empty(),
                List.of(),
                false);
    }
}
