package city.sim.nature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class LightTests {

    private static final List<String> SEGMENTS = Year.observing("light_dimming");

    @ForSeveralCities
    void lightsBurnWhenItIsDarkAndOnlyThen(long seed) {
        var year = new Year(seed);
        for (var segment : SEGMENTS)
            assertThat(Year.times()).allSatisfy(time -> {
                var sun = Math.toDegrees(
                        Math.asin(Sun.sineOfElevation(Moment.of(time).seconds())));
                var light = year.value(segment, "light_dimming", time);
                if (sun < -2.1) assertThat(light).isGreaterThanOrEqualTo(30);
                if (sun > 1) assertThat(light).isZero();
            });
    }

    @ForSeveralCities
    void lateAtNightTheyAreDimmedUnlessSomebodyComes(long seed) {
        var year = new Year(seed);
        for (var segment : SEGMENTS)
            assertThat(Year.daily(2.6))
                    .allSatisfy(time -> assertThat(year.value(segment, "light_dimming", time))
                            .isEqualTo(year.value(segment, "light_presence", time) == 1 ? 80 : 30));
        var present = Year.means(
                Year.every(Duration.ofMinutes(67)),
                time -> Year.local(time).getHour() < 4,
                time -> year.value("light-marktgasse", "light_presence", time));
        assertThat(present.when()).isLessThan(0.5 * present.otherwise());
    }

    @ForSeveralCities
    void powerFollowsTheLightAndTheLampsThatWork(long seed) {
        var year = new Year(seed);
        for (var segment : SEGMENTS) {
            var full = Year.daily(21.9)
                    .filter(time -> year.value(segment, "light_dimming", time) == 100)
                    .filter(time -> year.value(segment, "light_faults", time) == 0)
                    .mapToDouble(time -> year.value(segment, "light_power", time))
                    .max()
                    .orElseThrow();
            assertThat(full).isBetween(0.1, 2.0);
            assertThat(Year.times()).allSatisfy(time -> {
                var most = full * year.value(segment, "light_dimming", time) / 100 + 0.001;
                assertThat(year.value(segment, "light_power", time)).isLessThanOrEqualTo(most);
                if (year.value(segment, "light_faults", time) > 0 && most > 0.05)
                    assertThat(year.value(segment, "light_power", time)).isLessThan(most - 0.005);
            });
        }
    }

    @ForSeveralCities
    void lampsFailAndAreRepairedAfterDays(long seed) {
        var year = new Year(seed);
        var out = Year.daily(12)
                .mapToDouble(time -> SEGMENTS.stream()
                        .mapToDouble(segment -> year.value(segment, "light_faults", time))
                        .sum())
                .summaryStatistics();
        assertThat(out.getAverage()).isBetween(1.5, 6.0);
        assertThat(out.getMax()).isLessThan(20);
        for (var segment : SEGMENTS) {
            var days = Year.daily(12)
                    .filter(time -> year.value(segment, "light_faults", time) > 0)
                    .count();
            assertThat(days).as(segment).isLessThan(150);
        }
    }

    @ForSeveralCities
    void itIsDarkLongerInDecember(long seed) {
        var year = new Year(seed);
        assertThat(year.value("light-suedring", "light_dimming", Instant.parse("2026-12-21T16:30:00Z")))
                .isEqualTo(100);
        assertThat(year.value("light-suedring", "light_dimming", Instant.parse("2026-06-21T18:30:00Z")))
                .isZero();
    }
}
