package city.sim;

import city.sim.BackFill.Reporting;
import city.sim.Stretches.Stretch;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.broker.Message;
import city.sim.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A part of the past in the order in which it happened, every report with its true time, from real time to as fast as a
 * cockpit stores it. What is acknowledged twice, by this or by a {@link BackFill}, is the same. To be used by one thread.
 */
final class FastMotion {

    private static final Duration BEAT = Duration.ofMillis(200);
    private static final Duration LONGEST_STEP = Duration.ofHours(6);

    /** What was told, and how long it took. */
    record Result(long readings, Duration time) {}

    private final Story story;
    private final List<Reporting> sensors;
    private final OptionalDouble speed;
    private final BackFill.Pause pause;

    /** @param speed seconds of the city in one real second, empty for as fast as a cockpit stores them */
    FastMotion(Story story, List<Reporting> sensors, OptionalDouble speed, BackFill.Pause pause) {
        this.story = story;
        this.sensors = List.copyOf(sensors);
        this.speed = speed;
        this.pause = pause;
    }

    /** Tells everything in the stretch, or less if it is to stop, and returns when that is acknowledged. */
    Result tell(Stretch whole, BrokerConnection connection) throws BrokerException, InterruptedException {
        var start = System.nanoTime();
        var readings = 0L;
        var front = whole.after();
        while (front.isBefore(whole.until())) {
            var next = next(front, whole, start);
            if (next.isAfter(front)) {
                readings += tell(new Stretch(front, next), BackFill.MOST_REPORTS, connection);
                front = next;
            }
            var ahead = BackFill.ahead(readings, start);
            if (pause.stops(speed.isPresent() && ahead.compareTo(BEAT) < 0 ? BEAT : ahead)) break;
        }
        connection.drain();
        return new Result(readings, Duration.ofNanos(System.nanoTime() - start));
    }

    private Instant next(Instant front, Stretch whole, long start) {
        var clock = speed.isEmpty()
                ? whole.until()
                : whole.after()
                        .plusNanos((long) Math.min(Long.MAX_VALUE, (System.nanoTime() - start) * speed.getAsDouble()));
        return earlier(earlier(clock, whole.until()), front.plus(LONGEST_STEP));
    }

    private long tell(Stretch stretch, int most, BrokerConnection connection) throws BrokerException {
        var readings = 0L;
        for (var one : sensors) {
            var times = one.schedule().promised(stretch);
            for (var first = 0; first < times.size(); first += most)
                readings += tell(one, times.subList(first, Math.min(times.size(), first + most)), connection);
        }
        return readings;
    }

    private long tell(Reporting one, List<Instant> times, BrokerConnection connection) throws BrokerException {
        var reports = BackFill.reports(story, one.sensor(), times);
        if (!reports.isEmpty()) connection.send(Message.topicOf(one.sensor().name()), Message.payload(reports));
        return BackFill.readings(reports);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
