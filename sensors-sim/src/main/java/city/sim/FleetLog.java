package city.sim;

import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Tells what becomes of the fleet as a whole, one line for each change of state. Safe for several threads. */
final class FleetLog {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private static final int SMALL = 1_000;

    private enum State {
        WAITING,
        LIVE,
        AWAY
    }

    private final int sensors;
    private final BrokerAddress broker;
    private final Consumer<String> lines;
    private final Set<String> live = new HashSet<>();
    private State state = State.WAITING;
    private boolean waitingSaid;
    private boolean completeSaid;
    private Duration nextLine = BETWEEN_LINES;

    FleetLog(int sensors, BrokerAddress broker, Consumer<String> lines) {
        this.sensors = sensors;
        this.broker = broker;
        this.lines = lines;
    }

    /** The newest report of the sensor is with the broker. */
    synchronized void live(String sensor) {
        if (!live.add(sensor) || live.size() < sensors || state == State.LIVE) return;
        state = State.LIVE;
        lines.accept("%d sensors connected to %s, live from now on".formatted(sensors, broker));
    }

    /** Whether all sensors are. */
    synchronized boolean isLive() {
        return live.size() == sensors;
    }

    synchronized void fillingIn(long readings, Instant backTo, Duration since) {
        if (since.compareTo(nextLine) < 0) return;
        nextLine = since.plus(BETWEEN_LINES);
        lines.accept("history: %s readings filled in, back to %s"
                .formatted(count(readings), backTo.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** After the first time only what took a moment is worth a line: a report that came late leaves a gap too. */
    synchronized void filledIn(long readings, Duration time) {
        nextLine = BETWEEN_LINES;
        if (completeSaid && readings < SMALL) return;
        completeSaid = true;
        lines.accept("history: complete, %s readings filled in within %.1f s"
                .formatted(count(readings), time.toMillis() / 1e3));
    }

    synchronized void lost(String sensor, BrokerException reason) {
        live.remove(sensor);
        if (!isHopeful(reason)) return;
        if (state == State.WAITING && !waitingSaid) {
            waitingSaid = true;
            lines.accept("waiting for %s (%s)".formatted(broker, reason.getMessage()));
        } else if (state == State.LIVE) {
            state = State.AWAY;
            completeSaid = false;
            lines.accept("%s is away (%s), trying again".formatted(broker, reason.getMessage()));
        }
    }

    synchronized void stopped() {
        lines.accept("stopped, %d sensors said that they are offline".formatted(live.size()));
    }

    /** Whether trying again may help. A broker that has let the sensors in once may do so again. */
    synchronized boolean isHopeful(BrokerException reason) {
        return switch (reason.reason()) {
            case AWAY, REFUSED -> true;
            case NO_ENTRY -> state != State.WAITING;
            case TAKEN_OVER -> false;
        };
    }

    private static String count(long readings) {
        return String.format(Locale.ROOT, "%,d", readings);
    }
}
