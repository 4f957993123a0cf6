package city.sim;

import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerConnection.LastWill;
import city.sim.broker.BrokerException;
import city.sim.broker.Message;
import city.sim.nature.DemoCity;
import city.sim.nature.Sensor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The sensors of the demo city, each with a connection and a last will of its own. A sensor goes on from its last
 * acknowledged reading, whatever happened since: nothing needs to be buffered, since the city can be asked again.
 */
final class SensorFleet implements AutoCloseable {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final BrokerAddress broker;
    private final DemoCity city;
    private final PublishedTimes published;
    private final int speed;
    private final InstantSource clock;
    private final FleetLog log;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CompletableFuture<BrokerException> hopeless = new CompletableFuture<>();

    /**
     * @param speed how many times as often as they are set to the sensors report
     * @param lines gets one line for each change of state
     */
    SensorFleet(
            BrokerAddress broker,
            DemoCity city,
            PublishedTimes published,
            int speed,
            InstantSource clock,
            Consumer<String> lines) {
        this.broker = broker;
        this.city = city;
        this.published = published;
        this.speed = speed;
        this.clock = clock;
        this.log = new FleetLog(DemoCity.sensors().size(), broker, lines);
    }

    /**
     * Reports until {@link #close}.
     *
     * @throws Simulator.Failure the broker does not let the sensors in, or somebody else took their names
     */
    void run() throws Simulator.Failure, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < DemoCity.sensors().size(); i++) {
                var reporter = new Reporter(DemoCity.sensors().get(i), i);
                threads.execute(reporter::run);
            }
            while (!pause(BETWEEN_SAVES)) published.save();
        }
        published.save();
        var reason = hopeless.getNow(null);
        if (reason == null) log.stopped();
        stopped.countDown();
        if (reason != null) throw new Simulator.Failure(reason.getMessage());
    }

    /** Lets each sensor say that it is offline and waits for that, but not for long. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            stopped.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(BrokerException reason) {
        hopeless.complete(reason);
        stopping.countDown();
    }

    /** Whether the fleet is to stop, after waiting at most so long for it. */
    private boolean pause(Duration atMost) throws InterruptedException {
        return stopping.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One sensor at its own pace. */
    private final class Reporter {

        private final Sensor sensor;
        private final Schedule schedule;

        Reporter(Sensor sensor, int number) {
            this.sensor = sensor;
            var interval = sensor.interval().dividedBy(speed);
            this.schedule = new Schedule(
                    interval,
                    interval.multipliedBy(number).dividedBy(DemoCity.sensors().size()));
        }

        void run() {
            var wait = SHORTEST_PAUSE;
            try {
                do {
                    try (var connection = connect()) {
                        wait = SHORTEST_PAUSE;
                        report(connection);
                        sayStatus(connection, "offline");
                    } catch (BrokerException e) {
                        if (!log.isHopeful(e)) giveUp(e);
                        log.lost(sensor.name(), e);
                        wait = Duration.ofMillis(Math.min(LONGEST_PAUSE.toMillis(), wait.toMillis() * 2));
                    }
                } while (!pause(wait));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private BrokerConnection connect() throws BrokerException {
            var will = new LastWill(Message.statusTopicOf(sensor.name()), "offline");
            return BrokerConnection.open(broker, "sim-" + sensor.name(), Optional.of(will));
        }

        private void report(BrokerConnection connection) throws BrokerException, InterruptedException {
            sayStatus(connection, "online");
            log.connected(sensor.name());
            var next = next();
            do {
                while (!next.isAfter(clock.instant())) {
                    var message = new Message(sensor.name(), next, city.values(sensor, next));
                    connection.publish(message.topic(), message.payload());
                    published.published(sensor.name(), next);
                    log.published();
                    if (pause(Duration.ZERO)) return;
                    next = next();
                }
                log.upToDate(sensor.name());
                var over = connection.ended();
                if (over.isPresent()) throw over.get();
            } while (!pause(until(next)));
        }

        private Instant next() {
            return schedule.next(published.last(sensor.name()), clock.instant());
        }

        private Duration until(Instant time) {
            var wait = Duration.between(clock.instant(), time).plusMillis(1);
            return wait.compareTo(SHORTEST_PAUSE) < 0 ? wait : SHORTEST_PAUSE;
        }

        private void sayStatus(BrokerConnection connection, String status) throws BrokerException {
            connection.publish(Message.statusTopicOf(sensor.name()), status.getBytes(StandardCharsets.UTF_8));
        }
    }
}
