package city.sim;

import city.sim.broker.BrokerAddress;
import city.sim.broker.BrokerException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells what becomes of the fleet as a whole, one line for each change of state. Safe for several threads. */
final class FleetLog {

    private enum State {
        WAITING,
        CONNECTED,
        LIVE,
        AWAY
    }

    private final int sensors;
    private final BrokerAddress broker;
    private final Consumer<String> lines;
    private final Set<String> connected = new HashSet<>();
    private final Set<String> upToDate = new HashSet<>();
    private State state = State.WAITING;
    private boolean waitingSaid;
    private long messages;

    FleetLog(int sensors, BrokerAddress broker, Consumer<String> lines) {
        this.sensors = sensors;
        this.broker = broker;
        this.lines = lines;
    }

    synchronized void connected(String sensor) {
        connected.add(sensor);
        if (connected.size() < sensors || state == State.CONNECTED || state == State.LIVE) return;
        state = State.CONNECTED;
        lines.accept("%d sensors connected to %s, filling in what is missing".formatted(sensors, broker));
    }

    synchronized void published() {
        messages++;
    }

    synchronized void upToDate(String sensor) {
        upToDate.add(sensor);
        if (upToDate.size() < sensors || state != State.CONNECTED) return;
        state = State.LIVE;
        lines.accept("%d messages filled in, live from now on".formatted(messages));
    }

    synchronized void lost(String sensor, BrokerException reason) {
        connected.remove(sensor);
        upToDate.remove(sensor);
        if (!isHopeful(reason)) return;
        if (state == State.WAITING && !waitingSaid) {
            waitingSaid = true;
            lines.accept("waiting for %s (%s)".formatted(broker, reason.getMessage()));
        } else if (state == State.CONNECTED || state == State.LIVE) {
            state = State.AWAY;
            messages = 0;
            lines.accept("%s is away (%s), trying again".formatted(broker, reason.getMessage()));
        }
    }

    synchronized void stopped() {
        lines.accept("stopped, %d sensors said that they are offline".formatted(connected.size()));
    }

    /** Whether trying again may help. A broker that has let the sensors in once may do so again. */
    synchronized boolean isHopeful(BrokerException reason) {
        return switch (reason.reason()) {
            case AWAY, REFUSED -> true;
            case NO_ENTRY -> state != State.WAITING;
            case TAKEN_OVER -> false;
        };
    }
}
