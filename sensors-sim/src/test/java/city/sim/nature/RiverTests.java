package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

class RiverTests {

    private static final List<String> GAUGES =
            List.of("level-obere-bruecke", "level-untere-bruecke", "level-pegel-muehle");
    private static final List<Double> FIRST_MARKS = List.of(2.2, 2.0, 1.8);

    @ForSeveralCities
    void theRiverNeverRunsDryAndSeldomReachesItsFirstMark(long seed) {
        var year = new Year(seed);
        for (int i = 0; i < GAUGES.size(); i++) {
            var gauge = GAUGES.get(i);
            var mark = FIRST_MARKS.get(i);
            var levels = Year.times()
                    .map(time -> year.value(gauge, "water_level", time))
                    .toList();
            assertThat(levels).allMatch(level -> level > 0.3 && level < mark + 1.5);
            assertThat(levels.stream().filter(level -> level >= mark).count())
                    .as(gauge)
                    .isLessThan(levels.size() / 50);
        }
    }

    @ForSeveralCities
    void whatPassesTheUpperBridgePassesTheNextGaugesLater(long seed) {
        var year = new Year(seed);
        for (int i = 1; i < GAUGES.size(); i++) {
            var gauge = GAUGES.get(i);
            var later = Duration.ofMinutes(15L * i);
            var lower = 0.2 * i;
            assertThat(Year.times().limit(1_000))
                    .allSatisfy(time -> assertThat(year.value(gauge, "water_level", time.plus(later)))
                            .isCloseTo(year.value(GAUGES.getFirst(), "water_level", time) - lower, within(0.035)));
        }
    }

    @ForSeveralCities
    void theRiverRisesHoursAfterTheRainAndFallsSlowly(long seed) {
        var year = new Year(seed);
        var downpour = Year.every(Duration.ofMinutes(20))
                .limit(26_000)
                .filter(time -> fallen(year, time) > 2 && isDry(year, time, -26, -4) && isDry(year, time, 3, 16))
                .max((a, b) -> Double.compare(fallen(year, a), fallen(year, b)))
                .orElseThrow();
        var before = level(year, downpour, -5);
        assertThat(level(year, downpour, 5)).isGreaterThan(before + 0.03);
        assertThat(highestHour(year, downpour)).isBetween(2L, 14L);
        assertThat(level(year, downpour, 30)).isGreaterThan(before - 0.1);
    }

    /** Rain of the three hours before. */
    private static double fallen(Year year, Instant time) {
        return LongStream.of(0, 40, 80, 120, 160)
                .mapToDouble(minutes -> year.weather("precipitation", time.minus(Duration.ofMinutes(minutes))))
                .sum();
    }

    private static boolean isDry(Year year, Instant time, int fromHour, int toHour) {
        return LongStream.rangeClosed(2L * fromHour, 2L * toHour)
                .allMatch(half -> year.weather("precipitation", time.plus(Duration.ofMinutes(30 * half))) == 0);
    }

    private static long highestHour(Year year, Instant rain) {
        return LongStream.rangeClosed(-4, 24)
                .boxed()
                .max((a, b) -> Double.compare(level(year, rain, a), level(year, rain, b)))
                .orElseThrow();
    }

    private static double level(Year year, Instant rain, long hours) {
        return year.value("level-obere-bruecke", "water_level", rain.plus(Duration.ofHours(hours)));
    }
}
