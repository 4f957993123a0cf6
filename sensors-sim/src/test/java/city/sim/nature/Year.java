package city.sim.nature;

import static java.util.stream.Collectors.averagingDouble;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A year of one city, looked at in odd steps, so that every hour, minute and second comes along. */
record Year(DemoCity city) {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    Year(long seed) {
        this(new DemoCity(seed));
    }

    /** Mean of a quantity when something holds and otherwise. */
    record Means(double when, double otherwise) {}

    static Stream<Instant> times() {
        return every(Duration.ofSeconds(10_007));
    }

    static Stream<Instant> every(Duration step) {
        return Stream.iterate(NEW_YEAR, time -> time.plus(step))
                .limit(Duration.ofDays(365).dividedBy(step));
    }

    /** At this hour of every day by the clock on the town hall. */
    static Stream<Instant> daily(double hour) {
        var first = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZONE).plusSeconds((long) (hour * 3_600));
        return Stream.iterate(first, day -> day.plusDays(1)).limit(365).map(ZonedDateTime::toInstant);
    }

    static ZonedDateTime local(Instant time) {
        return time.atZone(ZONE);
    }

    static Day day(Instant time) {
        return Moment.of(time).day();
    }

    double value(String sensor, String property, Instant time) {
        return city.value(sensor, property, time).doubleValue();
    }

    double weather(String property, Instant time) {
        return value("weather-rathaus", property, time);
    }

    static Means means(Stream<Instant> times, Predicate<Instant> condition, ToDoubleFunction<Instant> quantity) {
        var all = times.toList();
        return new Means(
                all.stream().filter(condition).collect(averagingDouble(quantity)),
                all.stream().filter(condition.negate()).collect(averagingDouble(quantity)));
    }

    /** The names of all sensors that observe something. */
    static List<String> observing(String property) {
        return DemoCity.sensors().stream()
                .filter(sensor -> sensor.properties().contains(property))
                .map(Sensor::name)
                .toList();
    }
}
