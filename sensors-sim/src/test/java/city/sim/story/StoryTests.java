package city.sim.story;

import static org.assertj.core.api.Assertions.assertThat;

import city.sim.nature.Chance;
import city.sim.nature.DemoCity;
import city.sim.nature.Sensor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to the sensors of an ordinary town, and how little of it at a time. */
class StoryTests {

    private static final Instant BEGIN = Instant.parse("2026-10-20T00:00:00Z");

    private static Stream<Instant> days(int days, Duration step) {
        return Stream.iterate(BEGIN, time -> time.plus(step))
                .limit(Duration.ofDays(days).dividedBy(step));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void twoOrThreeSensorsAreOutAtAnyTime(long seed) {
        var story = Story.of(seed);
        assertThat(days(60, Duration.ofMinutes(37)))
                .allSatisfy(time -> assertThat(DemoCity.sensors().stream()
                                .filter(sensor -> story.presence(sensor, time) != Presence.ONLINE)
                                .count())
                        .isBetween(2L, 3L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void anOutageLastsFromMinutesToADayAndSomeAreSaidByTheLastWill(long seed) {
        var story = Story.of(seed);
        var step = Duration.ofMinutes(10);
        var longest = DemoCity.sensors().stream()
                .mapToLong(sensor -> longestRun(days(40, step)
                        .map(time -> story.presence(sensor, time) != Presence.ONLINE)
                        .toList()))
                .max()
                .orElseThrow();
        assertThat(step.multipliedBy(longest)).isBetween(Duration.ofHours(8), Duration.ofHours(46));
        assertThat(DemoCity.sensors().stream()
                        .flatMap(sensor -> days(40, step).map(time -> story.presence(sensor, time)))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Presence.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void hardlyAnyValueIsWrong(long seed) {
        var story = Story.of(seed);
        var city = new DemoCity(seed);
        var all = 0;
        var wrong = 0;
        for (var sensor : DemoCity.sensors())
            for (var time : days(30, Duration.ofMinutes(119)).toList()) {
                var told = story.values(sensor, time);
                if (told.isEmpty()) continue;
                all++;
                if (!told.equals(city.values(sensor, time))) wrong++;
            }
        assertThat((double) wrong / all).isBetween(0.002, 0.03);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void everyMishapHappensWithinTwoMonths(long seed) {
        var mishaps = new Mishaps(new Chance(seed));
        var seen = days(60, Duration.ofMinutes(61))
                .flatMap(time -> DemoCity.sensors().stream().flatMap(sensor -> kinds(mishaps, sensor, time)))
                .collect(Collectors.toSet());
        assertThat(seen).contains("stuck", "drift", "ahead", "behind", "spike", "repeat", "broken");
    }

    private static Stream<String> kinds(Mishaps mishaps, Sensor sensor, Instant time) {
        var t = (double) time.getEpochSecond();
        var clock = mishaps.clockError(sensor, t);
        return Stream.of(
                mishaps.stuck(sensor, t).isPresent() ? "stuck" : "",
                mishaps.drift(sensor, t).isPresent() ? "drift" : "",
                clock > 0 ? "ahead" : clock < 0 ? "behind" : "",
                mishaps.isSpike(sensor, t) ? "spike" : "",
                mishaps.isRepeated(sensor, t) ? "repeat" : "",
                mishaps.broken(sensor, t).isPresent() ? "broken" : "");
    }

    @Test
    void aStuckSensorShowsWhatItShowedWhenItStuck() {
        var mishaps = new Mishaps(new Chance(1).of("mishaps"));
        var story = Story.of(1);
        var sensor = named("weather-hang");
        var stuck = Stream.iterate(BEGIN, time -> time.plus(Duration.ofMinutes(20)))
                .filter(time ->
                        mishaps.stuck(sensor, (double) time.getEpochSecond()).isPresent())
                .filter(time -> !story.values(sensor, time).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(story.values(sensor, stuck.plusSeconds(60))).isEqualTo(story.values(sensor, stuck));
    }

    @Test
    void driftLeavesTheFinerDustAPartOfTheCoarser() {
        var clean = Map.of("pm10", new BigDecimal("20.0"), "pm2_5", new BigDecimal("14.0"));
        var drifted = Distortion.drifted(clean, 1);
        assertThat(drifted)
                .containsEntry("pm10", new BigDecimal("48.0"))
                .containsEntry("pm2_5", new BigDecimal("33.6"));
        assertThat(Distortion.drifted(clean, 0)).isEqualTo(clean);
    }

    @Test
    void whoIsOutSaysNothing() {
        var story = Story.of(1);
        for (var sensor : DemoCity.sensors())
            if (story.presence(sensor, BEGIN) != Presence.ONLINE) {
                assertThat(story.messages(sensor, BEGIN)).isEmpty();
                assertThat(story.values(sensor, BEGIN)).isEmpty();
            } else assertThat(story.messages(sensor, BEGIN)).isNotEmpty();
    }

    @Test
    void aStoryWithoutMishapsIsTheCity() {
        var city = new DemoCity(5);
        var story = Story.withoutMishaps(city);
        for (var sensor : DemoCity.sensors()) {
            assertThat(story.presence(sensor, BEGIN)).isEqualTo(Presence.ONLINE);
            assertThat(story.values(sensor, BEGIN)).isEqualTo(city.values(sensor, BEGIN));
            assertThat(story.messages(sensor, BEGIN)).singleElement().satisfies(message -> {
                assertThat(message.topic()).isEqualTo("city/" + sensor.name());
                assertThat(message.text()).startsWith("{\"time\":\"2026-10-20T00:00:00Z\",\"values\":{\"");
            });
        }
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        var one = Story.of(9);
        var other = Story.of(9);
        var times = days(20, Duration.ofMinutes(307)).toList();
        for (var sensor : DemoCity.sensors())
            assertThat(told(other, sensor, times.reversed()).reversed()).isEqualTo(told(one, sensor, times));
    }

    private static List<List<Outgoing>> told(Story story, Sensor sensor, List<Instant> times) {
        return times.stream().map(time -> story.messages(sensor, time)).toList();
    }

    private static long longestRun(List<Boolean> flags) {
        var longest = 0;
        var run = 0;
        for (var flag : flags) {
            run = flag ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static Sensor named(String name) {
        return DemoCity.sensors().stream()
                .filter(sensor -> sensor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
