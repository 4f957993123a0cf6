package city.cockpit.strategy.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.Resolution;
import city.cockpit.history.SoundDay;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeries.Point;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.strategy.measured.Computation.Result;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Binding.Aggregation;
import city.cockpit.strategy.plan.Binding.Grade;
import city.cockpit.strategy.plan.Binding.Places;
import city.cockpit.strategy.plan.Binding.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two days of March 2026, by hand. */
class ComputationTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final Instant LATER = Instant.parse("2026-03-10T12:00:00Z");

    private final FakeCatalog town = new FakeCatalog();
    private final Past past = new Past();
    private Instant now = LATER;

    /** Hours and days that a test wrote down. */
    private static final class Past implements TimeSeriesStore {

        private final Map<Series, TreeMap<Instant, Point>> steps = new HashMap<>();
        private final Map<Series, List<SoundDay>> nights = new HashMap<>();
        private boolean isComplete = true;

        void add(Series series, Instant from, Duration length, double value, double coverage) {
            steps.computeIfAbsent(series, one -> new TreeMap<>())
                    .put(
                            from,
                            new Point(
                                    from,
                                    from.plus(length),
                                    OptionalDouble.of(value),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    1,
                                    coverage));
        }

        @Override
        public List<TimeSeries> read(List<Series> series, Interval span, Resolution resolution) {
            var one = series.getFirst();
            var points = steps.getOrDefault(one, new TreeMap<>())
                    .subMap(span.from(), span.to())
                    .values();
            return List.of(new TimeSeries(one, resolution, new ArrayList<>(points), List.of(), isComplete));
        }

        @Override
        public List<TimeSeries> read(TimeSeriesQuery query) {
            throw new UnsupportedOperationException("the steps are always known here");
        }

        @Override
        public List<SoundDay> soundDays(Series series, LocalDate from, LocalDate until) {
            return nights.getOrDefault(series, List.of()).stream()
                    .filter(day -> !day.day().isBefore(from) && day.day().isBefore(until))
                    .toList();
        }
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(BERLIN).toInstant();
    }

    /** The same value in each hour of a stretch of the two days. */
    private void hours(Series series, int from, int to, double value, double coverage) {
        for (var hour = from; hour < to; hour++)
            past.add(series, at(MONDAY, 0).plus(Duration.ofHours(hour)), Duration.ofHours(1), value, coverage);
    }

    private void day(Series series, LocalDate day, double value, double coverage) {
        past.add(series, at(day, 0), Duration.ofDays(1), value, coverage);
    }

    private Result compute(Aggregation aggregation, Places places, OptionalDouble level, OptionalDouble area) {
        var binding = new Binding(
                "*", List.of(), aggregation, level, area, places, Window.CALENDAR_YEAR, 0.85, Grade.INDICATIVE);
        return new Computation(binding, Sensors.of(binding, town), past, BERLIN, now).compute(MONDAY, WEDNESDAY);
    }

    private Result compute(Aggregation aggregation, Places places) {
        return compute(aggregation, places, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static void comesTo(Result result, double value) {
        assertThat(result.value().orElseThrow()).isCloseTo(value, within(1e-9));
    }

    @Test
    void anHourCountsIfThereAreValuesForThreeQuartersOfIt() {
        var air = town.add("air-01/pm2_5", "Markt");
        hours(air, 0, 24, 10, 1);
        hours(air, 24, 46, 20, 0.75);
        hours(air, 46, 48, 1_000, 0.74);
        var result = compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.HIGHEST);
        comesTo(result, (24 * 10 + 22 * 20) / 46.0);
        assertThat(result.coverage()).isCloseTo(46 / 48.0, within(1e-9));
    }

    @Test
    void theWorstPlaceCountsUnlessTooLittleIsKnownOfIt() {
        hours(town.add("air-01/pm2_5", "Markt"), 0, 48, 10, 1);
        hours(town.add("air-02/pm2_5", "Park"), 0, 48, 8, 1);
        hours(town.add("air-03/pm2_5", "Tunnel"), 0, 40, 99, 1);
        comesTo(compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.HIGHEST), 10);
        comesTo(compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.LOWEST), 8);
        comesTo(compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.MEAN), 9);
        assertThat(compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.HIGHEST).places())
                .hasSize(3);
    }

    @Test
    void soundIsAveragedAsEnergyOverTimeAndOverPlaces() {
        var market = town.add("noise-01/laeq", "Markt");
        hours(market, 0, 24, 50, 1);
        hours(market, 24, 48, 60, 1);
        var oneStreet = 10 * Math.log10((1e5 + 1e6) / 2);
        comesTo(compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.MEAN), oneStreet);
        hours(town.add("noise-02/laeq", "Park"), 0, 48, 40, 1);
        comesTo(compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.MEAN), 10 * Math.log10(((1e5 + 1e6) / 2 + 1e4) / 2));
    }

    @Test
    void eveningsAndNightsWeighMoreInTheDayEveningNightLevel() {
        var market = town.add("noise-01/laeq", "Markt");
        // 60 by day, 55 + 5 in the evening, 50 + 10 at night: 60 all along.
        past.nights.put(market, List.of(sound(MONDAY, 60, 55, 50), sound(MONDAY.plusDays(1), 60, 55, 50)));
        comesTo(compute(Aggregation.LDEN, Places.HIGHEST), 60);
        comesTo(compute(Aggregation.LNIGHT, Places.HIGHEST), 50);
        past.nights.put(market, List.of(sound(MONDAY, 60, 55, 50), sound(MONDAY.plusDays(1), 60, 55, 60)));
        comesTo(compute(Aggregation.LNIGHT, Places.HIGHEST), 10 * Math.log10((1e5 + 1e6) / 2));
    }

    @Test
    void aNightCountsOnceItIsOver() {
        var market = town.add("noise-01/laeq", "Markt");
        past.nights.put(market, List.of(sound(MONDAY, 60, 55, 50), sound(MONDAY.plusDays(1), 60, 55, 90)));
        now = at(WEDNESDAY, 5);
        comesTo(compute(Aggregation.LNIGHT, Places.HIGHEST), 50);
        now = at(WEDNESDAY, 6);
        assertThat(compute(Aggregation.LNIGHT, Places.HIGHEST).value().orElseThrow())
                .isGreaterThan(80);
    }

    private static SoundDay sound(LocalDate day, double lday, double levening, double lnight) {
        return new SoundDay(
                day,
                OptionalDouble.of(lday),
                OptionalDouble.of(levening),
                OptionalDouble.of(lnight),
                OptionalDouble.empty(),
                1);
    }

    @Test
    void daysAboveTheLevelAreCounted() {
        var air = town.add("air-01/pm10", "Markt");
        day(air, MONDAY, 45, 1);
        day(air, MONDAY.plusDays(1), 45.1, 0.8);
        comesTo(compute(Aggregation.DAYS_ABOVE, Places.HIGHEST, OptionalDouble.of(45), OptionalDouble.empty()), 1);
    }

    @Test
    void anHourIsFullIfAnyCarParkIs() {
        var market = town.add("parking-markt/parking_free", "Markt", 100);
        var station = town.add("parking-bahnhof/parking_free", "Bahnhof", 200);
        hours(market, 0, 48, 50, 1);
        hours(market, 10, 16, 4, 1);
        hours(station, 0, 48, 100, 1);
        hours(station, 14, 22, 9, 1);
        hours(market, 30, 32, 5, 1); // exactly 95 % is not above
        var level = OptionalDouble.of(0.95);
        comesTo(compute(Aggregation.SHARE_OF_HOURS_FULL, Places.ANY, level, OptionalDouble.empty()), 100 * 12 / 48.0);
        comesTo(
                compute(Aggregation.SHARE_OF_HOURS_FULL, Places.HIGHEST, level, OptionalDouble.empty()),
                100 * 8 / 48.0);
    }

    @Test
    void whatMetersCountIsAddedUpAndDividedByTheArea() {
        var school = town.add("heat-schule/heat_energy", "Schule");
        day(school, MONDAY, 240, 1);
        day(school, MONDAY.plusDays(1), 240, 0.9);
        var result =
                compute(Aggregation.PER_SQUARE_METRE, Places.TOTAL, OptionalDouble.empty(), OptionalDouble.of(100));
        comesTo(result, 4.8);
        assertThat(result.coverage()).isCloseTo(0.95, within(1e-9));
        comesTo(compute(Aggregation.SUM, Places.TOTAL), 480);
    }

    @Test
    void powerComesToWorkOverTheHoursForWhichItIsKnown() {
        var lamps = town.add("light-01/light_power", "Ring");
        day(lamps, MONDAY, 2, 1);
        day(lamps, MONDAY.plusDays(1), 2, 0.5);
        comesTo(compute(Aggregation.SUM, Places.TOTAL), 2 * 24 + 2 * 12);
    }

    @Test
    void aSensorThatIsSilentForHalfOfTheTimeIsThereForHalfOfIt() {
        day(town.add("air-01/pm10", "Markt"), MONDAY, 45, 1);
        var result = compute(Aggregation.AVAILABILITY, Places.MEAN);
        comesTo(result, 50);
        assertThat(result.coverage()).isEqualTo(1);
    }

    @Test
    void onlyTheTimeThatHasPassedIsAskedFor() {
        var air = town.add("air-01/pm2_5", "Markt");
        hours(air, 0, 12, 10, 1);
        hours(air, 12, 48, 1_000, 1);
        now = at(MONDAY, 12).plusSeconds(1_800);
        var result = compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.HIGHEST);
        comesTo(result, 10);
        assertThat(result.coverage()).isEqualTo(1);
    }

    @Test
    void ofNothingButGapsThereIsNoValue() {
        town.add("air-01/pm2_5", "Markt");
        for (var aggregation : List.of(Aggregation.MEAN_OF_HOURLY_MEANS, Aggregation.SUM, Aggregation.LNIGHT)) {
            var result = compute(aggregation, Places.HIGHEST);
            assertThat(result.value()).isEmpty();
            assertThat(result.coverage()).isZero();
        }
    }

    @Test
    void whatTheHistoryDoesNotKnowYetIsToldOf() {
        hours(town.add("air-01/pm2_5", "Markt"), 0, 48, 10, 1);
        past.isComplete = false;
        assertThat(compute(Aggregation.MEAN_OF_HOURLY_MEANS, Places.HIGHEST).isComplete())
                .isFalse();
    }
}
