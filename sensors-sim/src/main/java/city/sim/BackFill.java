package city.sim;

import static java.util.Comparator.comparing;

import city.sim.Stretches.Stretch;
import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerException;
import city.sim.broker.Message;
import city.sim.nature.Sensor;
import city.sim.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes up for what the sensors have not told, the newest of all sensors first: many reports a message, many messages on
 * their way, over one connection of its own, so that the sensors themselves go on meanwhile. What is acknowledged is
 * remembered at once; the rest is sent again after a failure. To be used by one thread. See decision record 0010.
 */
final class BackFill {

    /** A day of a slow sensor; the cockpit takes 2000 readings and 64 KB in one message. */
    static final int MOST_REPORTS = 96;

    /**
     * Slower than a cockpit stores on two cores. A broker takes far more, and what lies there in front of a live report
     * makes it late.
     */
    private static final int READINGS_PER_SECOND = 20_000;

    /** A sensor with the moments at which it reports. */
    record Reporting(Sensor sensor, Schedule schedule) {}

    /** Waits so long at most, and tells whether it is time to stop. */
    @FunctionalInterface
    interface Pause {
        boolean stops(Duration atMost) throws InterruptedException;
    }

    private record Packet(Sensor sensor, Stretch stretch, List<Instant> times) {}

    private final BrokerAddress broker;
    private final Story story;
    private final List<Reporting> sensors;
    private final Told told;
    private final InstantSource clock;
    private final FleetLog log;
    private final Pause pause;
    private final Map<String, Stretches> onTheWay = new HashMap<>();

    BackFill(
            BrokerAddress broker,
            Story story,
            List<Reporting> sensors,
            Told told,
            InstantSource clock,
            FleetLog log,
            Pause pause) {
        this.broker = broker;
        this.story = story;
        this.sensors = List.copyOf(sensors);
        this.told = told;
        this.clock = clock;
        this.log = log;
        this.pause = pause;
    }

    /** Whether nothing is missing at the moment. */
    boolean isDone() {
        return next().isEmpty();
    }

    /**
     * Fills in until nothing is missing or it is time to stop.
     *
     * @throws BrokerException what is not acknowledged is still missing
     */
    void run() throws BrokerException, InterruptedException {
        onTheWay.clear();
        var start = System.nanoTime();
        var readings = 0L;
        try (var connection = BrokerConnection.open(broker, "sim-history", Optional.empty())) {
            for (var packet = next(); packet.isPresent(); packet = next()) {
                readings += send(packet.get(), connection);
                log.fillingIn(readings, packet.get().stretch().after(), elapsed(start));
                if (pause.stops(ahead(readings, start))) return;
            }
            connection.drain();
        }
        log.filledIn(readings, elapsed(start));
    }

    /** Returns the number of readings, none where the sensors were silent. */
    private long send(Packet packet, BrokerConnection connection) throws BrokerException {
        var sensor = packet.sensor();
        onTheWay.computeIfAbsent(sensor.name(), unknown -> new Stretches()).add(packet.stretch());
        var reports = reports(story, sensor, packet.times());
        if (reports.isEmpty()) told.add(sensor.name(), packet.stretch());
        else
            connection.send(
                    Message.topicOf(sensor.name()),
                    Message.payload(reports),
                    () -> told.add(sensor.name(), packet.stretch()));
        return readings(reports);
    }

    /** What the sensor said at these times; nothing while it was silent. */
    static List<Message> reports(Story story, Sensor sensor, List<Instant> times) {
        return times.stream()
                .map(time -> new Message(sensor.name(), time, story.values(sensor, time)))
                .filter(report -> !report.values().isEmpty())
                .toList();
    }

    static long readings(List<Message> reports) {
        return reports.stream().mapToLong(report -> report.values().size()).sum();
    }

    private Optional<Packet> next() {
        var now = clock.instant();
        return sensors.stream()
                .flatMap(one -> missing(one, now).stream())
                .max(comparing(packet -> packet.stretch().until()));
    }

    private Optional<Packet> missing(Reporting one, Instant now) {
        var known = told.of(one.sensor().name());
        known.addAll(onTheWay.getOrDefault(one.sensor().name(), new Stretches()));
        return known.newestGap(now.minus(Schedule.HISTORY)).map(gap -> packet(one, gap, now));
    }

    private static Packet packet(Reporting one, Stretch gap, Instant now) {
        var times = one.schedule().missed(gap, now, MOST_REPORTS);
        var stretch =
                times.size() < MOST_REPORTS ? gap : new Stretch(times.getLast().minusMillis(1), gap.until());
        return new Packet(one.sensor(), stretch, times.reversed());
    }

    /** By how much so many readings since then are too early for a cockpit. */
    static Duration ahead(long readings, long start) {
        var ahead = readings * 1_000_000_000L / READINGS_PER_SECOND - (System.nanoTime() - start);
        return Duration.ofNanos(Math.max(0, ahead));
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
