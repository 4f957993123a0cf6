package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeterTests {

    /** A reading that is not above the one before it. */
    private record Fall(Instant time, BigDecimal reading) {}

    @ForSeveralCities
    void metersRunForwardsExceptWhereOneIsChanged(long seed) {
        var city = new DemoCity(seed);
        for (var property : List.of("energy", "heat_energy"))
            for (var sensor : Year.observing(property)) {
                var falls = falls(city, sensor, property, Year.times().toList());
                assertThat(falls).as(sensor).hasSizeLessThan(2);
                // Within three hours a new meter has not counted much.
                assertThat(falls).allMatch(fall -> fall.reading().doubleValue() < 1_000);
                var quarterMinutes = Stream.iterate(Instant.parse("2026-03-29T00:59:45Z"), time -> time.plusSeconds(15))
                        .limit(500)
                        .toList();
                assertThat(falls(city, sensor, property, quarterMinutes)).isEmpty();
            }
    }

    private static List<Fall> falls(DemoCity city, String sensor, String property, List<Instant> times) {
        var readings = times.stream()
                .map(time -> new Fall(time, city.value(sensor, property, time)))
                .toList();
        return IntStream.range(1, readings.size())
                .filter(i ->
                        readings.get(i).reading().compareTo(readings.get(i - 1).reading()) < 0)
                .mapToObj(readings::get)
                .toList();
    }

    @Test
    void everyMeterIsChangedOnceInTwoYearsOneAMonth() {
        var seen = new HashSet<Double>();
        for (int turn = 0; turn < 24; turn++) {
            var swaps = new Swaps(turn, 24);
            var end = Moment.of(Instant.parse("2026-11-22T00:00:00Z")).seconds();
            var last = swaps.lastBefore(end).orElseThrow();
            assertThat(last).isBetween(end - 24 * 30 * 86_400.0, end);
            assertThat(seen.add(last)).isTrue();
        }
    }

    @ForSeveralCities
    void aMeterShowsTheSumOfThePower(long seed) {
        var year = new Year(seed);
        var begin = Instant.parse("2026-10-24T22:00:00Z");
        var stepSeconds = 60;
        var steps = Duration.ofDays(2).toSeconds() / stepSeconds;
        for (var building : List.of("energy-rathaus", "energy-kita-hang", "energy-klaerwerk")) {
            var kilowattHours =
                    Stream.iterate(begin.plusSeconds(stepSeconds / 2), time -> time.plusSeconds(stepSeconds))
                                    .limit(steps)
                                    .mapToDouble(time -> year.value(building, "power", time))
                                    .sum()
                            * stepSeconds
                            / 3_600;
            var metered = year.value(building, "energy", begin.plusSeconds(steps * stepSeconds))
                    - year.value(building, "energy", begin);
            // Power is cut to two decimals, half of the last one is missing on average.
            assertThat(metered).isCloseTo(kilowattHours + 0.005 * 48, within(0.1));
        }
    }

    @Test
    void buildingsUseMoreWhileTheyAreUsed() {
        var year = new Year(1);
        for (var building : List.of("energy-rathaus", "energy-grundschule", "energy-hallenbad", "energy-bauhof"))
            assertThat(year.value(building, "power", Instant.parse("2026-03-11T10:00:00Z")))
                    .isGreaterThan(1.3 * year.value(building, "power", Instant.parse("2026-03-11T02:00:00Z")));
    }

    @ForSeveralCities
    void theColderItIsTheMoreIsHeated(long seed) {
        var year = new Year(seed);
        for (var building : Year.observing("heat_power")) {
            var cold = Year.means(
                    Year.daily(10),
                    time -> year.weather("temperature", time) < 8,
                    time -> year.value(building, "heat_power", time));
            assertThat(cold.when()).as(building).isGreaterThan(1.15 * cold.otherwise());
        }
    }

    @Test
    void noMeterKnowsATimeBeforeItWasPutIn() {
        var city = new DemoCity(1);
        for (var sensor : DemoCity.sensors())
            assertThat(city.values(sensor, DemoCity.BEGINNING)).isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> city.value("energy-rathaus", "energy", DemoCity.BEGINNING.minusSeconds(1)));
    }
}
