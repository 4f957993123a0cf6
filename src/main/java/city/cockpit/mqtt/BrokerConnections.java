package city.cockpit.mqtt;

import city.cockpit.mqtt.ConnectionState.Refused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All connections to brokers: the cockpit's own, which the settings describe, and any others, which come and go while it
 * runs. Each keeps itself up and knows nothing of the others. Starts after an embedded broker and stops before it. Any
 * thread.
 */
@Component
public class BrokerConnections implements SmartLifecycle {

    /** Name of the connection that the settings describe: to the embedded broker or to the town's. */
    public static final String OF_THE_COCKPIT = "cockpit";

    /** So many others at most: what they may send at a time must find room. */
    public static final int MOST_OTHERS = 16;

    private static final Logger log = LoggerFactory.getLogger(BrokerConnections.class);

    private final ConnectionPlan own;
    private final MqttSettings settings;
    private final MessageHandler handler;
    private final InstantSource clock;
    private final Map<String, BrokerConnection> connections = new LinkedHashMap<>();
    private volatile boolean running;

    BrokerConnections(BrokerDetails broker, MqttSettings settings, MessageHandler handler, InstantSource clock) {
        this.own =
                new ConnectionPlan(OF_THE_COCKPIT, broker, settings.clientId(), handler.topicFilters(), List.of(), 1);
        this.settings = settings;
        this.handler = handler;
        this.clock = clock;
    }

    /** How each does now, the cockpit's own first. Never blocks for long. */
    public List<ConnectionStatus> list() {
        synchronized (connections) {
            return connections.values().stream().map(BrokerConnection::status).toList();
        }
    }

    /** How the cockpit stands with its own broker now; nothing before the start. */
    public ConnectionStatus own() {
        synchronized (connections) {
            var started = connections.get(OF_THE_COCKPIT);
            return (started == null ? connection(own, new TrafficCounter(clock)) : started).status();
        }
    }

    /**
     * Makes a connection, or changes the one of this name: it then goes on with the session that the broker keeps, where
     * client id and broker are the same. What came by it goes on being counted. Waits a few seconds at most, for the
     * former one to end.
     */
    public synchronized void run(ConnectionPlan plan) {
        var before = find(plan.name());
        if (!running || (before != null && before.isStarted() && before.plan().equals(plan))) return;
        if (plan.name().equals(OF_THE_COCKPIT)) throw new IllegalArgumentException("the name of the cockpit's own");
        if (before != null) stop(before, !before.plan().sharesSessionWith(plan));
        start(connection(plan, before == null ? new TrafficCounter(clock) : before.traffic()));
    }

    /** Keeps a connection from being made, or ends it, and tells why. The broker keeps the session. */
    public synchronized void hold(ConnectionPlan plan, ConnectionFailure failure) {
        var before = find(plan.name());
        if (!running || plan.name().equals(OF_THE_COCKPIT)) return;
        if (before != null) stop(before, false);
        var held = connection(plan, before == null ? new TrafficCounter(clock) : before.traffic());
        held.hold(failure);
        put(held);
    }

    /**
     * Ends a connection if there is one of this name. Waits a few seconds at most.
     *
     * @param forGood whether the broker is told to keep nothing for it
     */
    public synchronized void end(String name, boolean forGood) {
        var known = find(name);
        if (known == null || name.equals(OF_THE_COCKPIT)) return;
        stop(known, forGood);
        synchronized (connections) {
            connections.remove(name);
        }
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /**
     * Makes the cockpit's own connection and waits for the outcome of the first attempt. A broker that is away does not
     * hinder the start.
     *
     * @throws BrokerRefusedException the broker answered and said no
     */
    @Override
    public synchronized void start() {
        running = true;
        var first = connection(own, new TrafficCounter(clock));
        start(first);
        try {
            if (first.awaitFirstAnswer() instanceof Refused(var since, var failure)) {
                stop();
                throw new BrokerRefusedException(own.broker(), failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Says goodbye to the brokers, which keep the sessions; waits a few seconds at most. */
    @Override
    public synchronized void stop() {
        running = false;
        var last = new ArrayList<BrokerConnection>();
        synchronized (connections) {
            last.addAll(connections.values());
        }
        last.forEach(BrokerConnection::stop);
        last.forEach(BrokerConnections::await);
    }

    private BrokerConnection connection(ConnectionPlan plan, TrafficCounter traffic) {
        var receiveMaximum = plan.name().equals(OF_THE_COCKPIT) ? settings.receiveMaximum() : receiveMaximumOfOthers();
        return new BrokerConnection(plan, settings, receiveMaximum, handler, traffic, clock);
    }

    /** Together with the cockpit's own they find room even when all of them send as much as they may. */
    private int receiveMaximumOfOthers() {
        var share = (handler.room() - settings.receiveMaximum()) / MOST_OTHERS;
        return Math.clamp(share, 1, settings.receiveMaximum());
    }

    private @Nullable BrokerConnection find(String name) {
        synchronized (connections) {
            return connections.get(name);
        }
    }

    private void start(BrokerConnection connection) {
        put(connection);
        connection.start();
    }

    private void put(BrokerConnection connection) {
        synchronized (connections) {
            connections.put(connection.plan().name(), connection);
        }
    }

    private static void stop(BrokerConnection connection, boolean forGood) {
        if (forGood) connection.stopForGood();
        else connection.stop();
        await(connection);
    }

    private static void await(BrokerConnection connection) {
        try {
            connection.awaitStop();
        } catch (InterruptedException e) {
            log.debug("Did not wait for the end of {}", connection.plan().name(), e);
            Thread.currentThread().interrupt();
        }
    }
}
