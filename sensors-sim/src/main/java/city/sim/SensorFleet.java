package city.sim;

import city.sim.BackFill.Reporting;
import city.sim.Stretches.Stretch;
import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerConnection;
import city.sim.broker.BrokerConnection.LastWill;
import city.sim.broker.BrokerException;
import city.sim.broker.Message;
import city.sim.nature.DemoCity;
import city.sim.nature.Sensor;
import city.sim.story.Presence;
import city.sim.story.Story;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The sensors of the demo city, each with a connection and a last will of its own. A sensor always tells the newest first;
 * what it missed, whatever happened meanwhile, is made up for beside that: nothing needs to be buffered, since the city
 * can be asked again. So live reports of a sensor come in the order of their times, and older ones may follow.
 */
final class SensorFleet implements AutoCloseable {

    /** They count what happened since their last report, so they report no more often than they are set to. */
    private static final Set<String> TALLIES = Set.of("bicycles", "vehicles");

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final BrokerAddress broker;
    private final Story story;
    private final List<Reporting> sensors;
    private final Told told;
    private final InstantSource clock;
    private final FleetLog log;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CompletableFuture<BrokerException> hopeless = new CompletableFuture<>();

    /**
     * @param rate how many times as often as they are set to the sensors report
     * @param lines gets one line for each change of state
     */
    SensorFleet(BrokerAddress broker, Story story, Told told, int rate, InstantSource clock, Consumer<String> lines) {
        this.broker = broker;
        this.story = story;
        this.sensors = sensors(rate);
        this.told = told;
        this.clock = clock;
        this.log = new FleetLog(sensors.size(), broker, lines);
    }

    /** Every sensor of the city with its schedule. */
    static List<Reporting> sensors(int rate) {
        var sensors = DemoCity.sensors();
        return IntStream.range(0, sensors.size())
                .mapToObj(i -> new Reporting(sensors.get(i), schedule(sensors.get(i), rate, i, sensors.size())))
                .toList();
    }

    private static Schedule schedule(Sensor sensor, int rate, int number, int sensors) {
        var isTally = sensor.properties().stream().anyMatch(TALLIES::contains);
        return Schedule.of(sensor.interval(), isTally ? 1 : rate, number, sensors);
    }

    /**
     * Reports until {@link #close}.
     *
     * @throws Simulator.Failure the broker does not let the sensors in, or somebody else took their names
     */
    void run() throws Simulator.Failure, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            sensors.forEach(one -> threads.execute(new Reporter(one)::run));
            threads.execute(this::fillIn);
            while (!pause(BETWEEN_SAVES)) told.save();
        }
        told.save();
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
        return stopping.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Once all sensors are live, and whenever something is missing. */
    private void fillIn() {
        var backFill = new BackFill(broker, story, sensors, told, clock, log, this::pause);
        var wait = SHORTEST_PAUSE;
        try {
            while (!pause(wait)) {
                if (!log.isLive() || backFill.isDone()) continue;
                try {
                    backFill.run();
                    wait = SHORTEST_PAUSE;
                } catch (BrokerException e) {
                    if (!log.isHopeful(e)) giveUp(e);
                    wait = longer(wait);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration wait) {
        return Duration.ofMillis(Math.min(LONGEST_PAUSE.toMillis(), wait.toMillis() * 2));
    }

    /** One sensor at its own pace. */
    private final class Reporter {

        private final Sensor sensor;
        private final Schedule schedule;
        private Presence said = Presence.OFFLINE;

        Reporter(Reporting one) {
            this.sensor = one.sensor();
            this.schedule = one.schedule();
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
                        wait = longer(wait);
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
            said = Presence.OFFLINE;
            do {
                var front = told.of(sensor.name()).front();
                var due = schedule.latest(clock.instant());
                sayPresence(connection, story.presence(sensor, clock.instant()));
                if (front.isEmpty() || due.isAfter(front.get())) report(connection, front, due);
                log.live(sensor.name());
                var over = connection.ended();
                if (over.isPresent()) throw over.get();
            } while (!pause(until(schedule.next(clock.instant()))));
        }

        private void report(BrokerConnection connection, Optional<Instant> front, Instant due) throws BrokerException {
            for (var message : story.messages(sensor, due)) connection.publish(message.topic(), message.payload());
            var isNextOne = front.isPresent() && schedule.next(front.get()).equals(due);
            told.add(sensor.name(), new Stretch(isNextOne ? front.get() : due.minusMillis(1), due));
        }

        private Duration until(Instant time) {
            var wait = Duration.between(clock.instant(), time).plusMillis(1);
            return wait.compareTo(SHORTEST_PAUSE) < 0 ? wait : SHORTEST_PAUSE;
        }

        /** Who is merely silent says nothing of it. */
        private void sayPresence(BrokerConnection connection, Presence now) throws BrokerException {
            if (now == Presence.SILENT || now == said) return;
            sayStatus(connection, now == Presence.ONLINE ? "online" : "offline");
            said = now;
        }

        private void sayStatus(BrokerConnection connection, String status) throws BrokerException {
            connection.publish(Message.statusTopicOf(sensor.name()), status.getBytes(StandardCharsets.UTF_8));
        }
    }
}
