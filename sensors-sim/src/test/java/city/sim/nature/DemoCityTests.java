package city.sim.nature;

import static java.util.stream.Collectors.averagingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nature and the town do not allow, over a year and for several seeds. */
class DemoCityTests {

    private static final Path COCKPIT = Path.of("..", "src", "main");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Integer> CAPACITIES = Map.of(
            "parking-marktplatz", 180,
            "parking-bahnhof", 320,
            "parking-altstadt", 95,
            "parking-stadthalle", 24,
            "parking-rathausplatz", 16,
            "parking-klinikum", 240,
            "parking-hallenbad", 110,
            "parking-auewiesen", 140);
    private static final List<String> BUILDINGS = List.of("energy-rathaus", "energy-grundschule", "energy-hallenbad");
    private static final List<String> PLACES = List.of("noise-bahnhofstrasse", "noise-schulviertel", "noise-stadtpark");

    /** Odd steps, so that every hour, minute and second comes along. */
    private static Stream<Instant> year() {
        var step = Duration.ofSeconds(10_007);
        return Stream.iterate(NEW_YEAR, time -> time.plus(step))
                .limit(Duration.ofDays(365).dividedBy(step));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void carParksNeverHaveFewerThanNoSpacesOrMoreThanAll(long seed) {
        var city = new DemoCity(seed);
        CAPACITIES.forEach((park, capacity) -> assertThat(year().map(time -> value(city, park, "parking_free", time)))
                .allMatch(free -> free >= 0 && free <= capacity && free == Math.rint(free)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void commutersFillTheStationOnWorkingMornings(long seed) {
        var city = new DemoCity(seed);
        var tens = year().map(time -> time.atZone(ZONE)).filter(local -> local.getHour() == 10);
        var free = Means.of(
                tens,
                DemoCityTests::isWorkday,
                local -> value(city, "parking-bahnhof", "parking_free", local.toInstant()));
        assertThat(free.when()).isLessThan(80);
        assertThat(free.otherwise()).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void theMarketTakesSpacesOnWednesdays(long seed) {
        var city = new DemoCity(seed);
        var mornings = Stream.iterate(ZonedDateTime.of(2026, 1, 6, 10, 30, 0, 0, ZONE), day -> day.plusDays(1))
                .limit(350)
                .filter(day -> Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY).contains(day.getDayOfWeek()));
        var free = Means.of(
                mornings,
                day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY,
                day -> value(city, "parking-marktplatz", "parking_free", day.toInstant()));
        assertThat(free.when()).isLessThan(free.otherwise() - 15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void nightsAreQuieterThanDays(long seed) {
        var city = new DemoCity(seed);
        for (var place : PLACES) {
            var byNight =
                    Means.of(year(), time -> time.atZone(ZONE).getHour() < 5, time -> value(city, place, "laeq", time));
            assertThat(byNight.when()).as(place).isLessThan(byNight.otherwise() - 5);
            assertThat(year().map(time -> value(city, place, "laeq", time)))
                    .allMatch(level -> level >= 25 && level <= 95);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void windAndRainCleanTheAir(long seed) {
        var city = new DemoCity(seed);
        for (var site : List.of("air-bahnhofstrasse", "air-stadtpark")) {
            var byWind = Means.of(
                    year(), time -> weather(city, "wind_speed", time) > 3, time -> value(city, site, "pm10", time));
            assertThat(byWind.when()).as(site).isLessThan(0.8 * byWind.otherwise());
            var byRain = Means.of(
                    year(),
                    time -> weather(city, "precipitation", time) > 0.2,
                    time -> value(city, site, "pm10", time));
            assertThat(byRain.when()).as(site).isLessThan(0.8 * byRain.otherwise());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void theFinerDustIsPartOfTheCoarser(long seed) {
        var city = new DemoCity(seed);
        for (var site : List.of("air-bahnhofstrasse", "air-stadtpark"))
            assertThat(year()).allMatch(time -> {
                var coarse = value(city, site, "pm10", time);
                var fine = value(city, site, "pm2_5", time);
                return fine >= 0 && fine <= coarse && coarse < 200;
            });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void thereIsNoUltravioletAtNightAndNeverMoreThanTheSunAllows(long seed) {
        var city = new DemoCity(seed);
        assertThat(year()).allMatch(time -> {
            var uv = value(city, "uv-rathaus", "uv_index", time);
            return Sun.sineOfElevation((double) time.getEpochSecond()) <= 0
                    ? uv == 0
                    : uv >= 0 && uv <= Sun.clearSkyUvIndex((double) time.getEpochSecond());
        });
        assertThat(year().mapToDouble(time -> value(city, "uv-rathaus", "uv_index", time))
                        .max()
                        .orElseThrow())
                .isBetween(6.0, 9.0);
        assertThat(year().filter(time -> time.atZone(ZONE).getMonthValue() == 12)
                        .mapToDouble(time -> value(city, "uv-rathaus", "uv_index", time))
                        .max()
                        .orElseThrow())
                .isLessThan(1.5);
    }

    @Test
    void theSunRisesAndSetsAsTheAlmanacSays() {
        assertThat(elevationDegrees("2026-06-21T11:23:00Z")).isCloseTo(90 - 50.87 + 23.44, within(0.3));
        assertThat(elevationDegrees("2026-12-21T11:19:00Z")).isCloseTo(90 - 50.87 - 23.44, within(0.3));
        assertThat(elevationDegrees("2026-03-20T05:25:00Z")).isCloseTo(0, within(1.2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void theWeatherStaysWithinWhatATownInHesseKnows(long seed) {
        var city = new DemoCity(seed);
        assertThat(year()).allSatisfy(time -> {
            assertThat(weather(city, "temperature", time)).isBetween(-20.0, 40.0);
            assertThat(weather(city, "humidity", time)).isBetween(15.0, 100.0);
            assertThat(weather(city, "pressure", time)).isBetween(960.0, 1050.0);
            assertThat(weather(city, "wind_speed", time)).isBetween(0.0, 25.0);
            assertThat(weather(city, "wind_direction", time)).isBetween(0.0, 359.0);
            assertThat(weather(city, "precipitation", time)).isBetween(0.0, 60.0);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void itRainsInEpisodesThatMakeAYearOfOrdinaryRain(long seed) {
        var city = new DemoCity(seed);
        var wet =
                year().filter(time -> weather(city, "precipitation", time) > 0).count();
        var year = year().count();
        assertThat((double) wet / year).isBetween(0.03, 0.25);
        var millimetresAYear = year().mapToDouble(time -> weather(city, "precipitation", time))
                        .average()
                        .orElseThrow()
                * 24
                * 365;
        assertThat(millimetresAYear).isBetween(350.0, 1_200.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void theAirIsDrierInTheWarmAfternoonThanBeforeDawn(long seed) {
        var city = new DemoCity(seed);
        var july = year().map(time -> time.atZone(ZONE))
                .filter(local -> local.getMonthValue() == 7)
                .filter(local -> local.getHour() == 15 || local.getHour() == 4)
                .toList();
        Predicate<ZonedDateTime> afternoon = local -> local.getHour() == 15;
        var warmth = Means.of(july.stream(), afternoon, local -> weather(city, "temperature", local.toInstant()));
        var moisture = Means.of(july.stream(), afternoon, local -> weather(city, "humidity", local.toInstant()));
        assertThat(warmth.when()).isGreaterThan(warmth.otherwise() + 3);
        assertThat(moisture.when()).isLessThan(moisture.otherwise() - 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void julyIsWarmerThanJanuary(long seed) {
        var city = new DemoCity(seed);
        var months = year().map(time -> time.atZone(ZONE))
                .filter(local -> local.getMonthValue() == 7 || local.getMonthValue() == 1);
        var warmth = Means.of(
                months, local -> local.getMonthValue() == 7, local -> weather(city, "temperature", local.toInstant()));
        assertThat(warmth.when()).isGreaterThan(warmth.otherwise() + 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void metersRunForwardsWhateverTheStep(long seed) {
        var city = new DemoCity(seed);
        for (var building : BUILDINGS) {
            var readings =
                    year().map(time -> exact(city, building, "energy", time)).toList();
            var falls = IntStream.range(1, readings.size())
                    .filter(i -> readings.get(i).compareTo(readings.get(i - 1)) <= 0)
                    .mapToObj(readings::get)
                    .toList();
            // A meter is changed every other year, and the new one begins at nothing.
            assertThat(falls).hasSizeLessThan(2).allMatch(first -> first.doubleValue() < 500);
            var midnight = Instant.parse("2026-03-29T00:59:45Z");
            var quarterMinutes = Stream.iterate(midnight, time -> time.plusSeconds(15))
                    .limit(2_000)
                    .map(time -> exact(city, building, "energy", time))
                    .toList();
            assertThat(quarterMinutes)
                    .isSortedAccordingTo(Comparator.naturalOrder())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void aMeterShowsTheSumOfThePower(long seed) {
        var city = new DemoCity(seed);
        var begin = Instant.parse("2026-10-24T22:00:00Z");
        var stepSeconds = 60;
        var steps = Duration.ofDays(2).toSeconds() / stepSeconds;
        for (var building : BUILDINGS) {
            var kilowattHours =
                    Stream.iterate(begin.plusSeconds(stepSeconds / 2), time -> time.plusSeconds(stepSeconds))
                                    .limit(steps)
                                    .mapToDouble(time -> value(city, building, "power", time))
                                    .sum()
                            * stepSeconds
                            / 3_600;
            var metered = value(city, building, "energy", begin.plusSeconds(steps * stepSeconds))
                    - value(city, building, "energy", begin);
            // Power is cut to two decimals, half of the last one is missing on average.
            assertThat(metered).isCloseTo(kilowattHours + 0.005 * 48, within(0.02));
        }
    }

    @Test
    void buildingsUseMoreWhileTheyAreUsed() {
        var city = new DemoCity(1);
        for (var building : BUILDINGS) {
            assertThat(value(city, building, "power", Instant.parse("2026-03-11T10:00:00Z")))
                    .isGreaterThan(1.3 * value(city, building, "power", Instant.parse("2026-03-11T02:00:00Z")));
        }
    }

    @Test
    void theSameSeedTellsTheSameStoryInAnyOrder() {
        var one = new DemoCity(7);
        var other = new DemoCity(7);
        var times = year().limit(300).toList();
        for (var sensor : DemoCity.sensors()) {
            var forwards = times.stream().map(time -> one.values(sensor, time)).toList();
            var backwards = times.reversed().stream()
                    .map(time -> other.values(sensor, time))
                    .toList();
            assertThat(backwards.reversed()).isEqualTo(forwards);
        }
    }

    @Test
    void anotherSeedIsAnotherCity() {
        var times = year().limit(200).toList();
        var one = new DemoCity(1);
        var other = new DemoCity(2);
        for (var sensor : DemoCity.sensors())
            assertThat(times.stream().map(time -> one.values(sensor, time)))
                    .as(sensor.name())
                    .isNotEqualTo(times.stream()
                            .map(time -> other.values(sensor, time))
                            .toList());
    }

    @Test
    void theSensorsAreThoseTheCockpitRegisters() throws IOException {
        var register = COCKPIT.resolve("resources/city/cockpit/registry/demo-city.csv");
        // On its own, without the cockpit beside it, the simulator has nothing to compare with.
        assumeTrue(Files.isDirectory(COCKPIT));
        try (var rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(register)) {
            assertThat(rows.stream()
                            .map(row -> row.getField("sensor") + " " + row.getField("district") + " "
                                    + row.getField("property") + " "
                                    + row.getField("interval_seconds") + " " + row.getField("capacity")))
                    .containsExactlyInAnyOrderElementsOf(DemoCity.sensors().stream()
                            .flatMap(sensor -> sensor.properties().stream()
                                    .map(property -> sensor.name() + " " + sensor.district() + " " + property + " "
                                            + sensor.interval().toSeconds() + " "
                                            + (CAPACITIES.containsKey(sensor.name())
                                                    ? CAPACITIES.get(sensor.name())
                                                    : "")))
                            .toList());
        }
    }

    /** Mean of a quantity when something holds and otherwise. */
    private record Means(double when, double otherwise) {

        static <T> Means of(Stream<T> moments, Predicate<T> condition, ToDoubleFunction<T> quantity) {
            var all = moments.toList();
            return new Means(
                    all.stream().filter(condition).collect(averagingDouble(quantity)),
                    all.stream().filter(condition.negate()).collect(averagingDouble(quantity)));
        }
    }

    private static boolean isWorkday(ZonedDateTime local) {
        return local.getDayOfWeek() != DayOfWeek.SATURDAY && local.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static double elevationDegrees(String time) {
        return Math.toDegrees(
                Math.asin(Sun.sineOfElevation((double) Instant.parse(time).getEpochSecond())));
    }

    private static double weather(DemoCity city, String property, Instant time) {
        return value(city, "weather-rathaus", property, time);
    }

    private static double value(DemoCity city, String sensor, String property, Instant time) {
        return exact(city, sensor, property, time).doubleValue();
    }

    private static BigDecimal exact(DemoCity city, String sensor, String property, Instant time) {
        return city.value(sensor, property, time);
    }
}
