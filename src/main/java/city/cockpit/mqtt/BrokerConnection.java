package city.cockpit.mqtt;

import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Connecting;
import city.cockpit.mqtt.ConnectionState.Lost;
import city.cockpit.mqtt.ConnectionState.Refused;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to one broker: a thread of its own, {@code mqtt-NAME}, connects, watches, and connects again.
 * Runs once; any thread.
 */
final class BrokerConnection {

    private static final Logger log = LoggerFactory.getLogger(BrokerConnection.class);

    private final ConnectionPlan plan;
    private final MqttSettings settings;
    private final int receiveMaximum;
    private final MessageHandler handler;
    private final TrafficCounter traffic;
    private final InstantSource clock;
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile ConnectionState state;
    private volatile List<FilterStatus> filters;
    private volatile boolean forGood;
    private volatile @Nullable Link link;
    private volatile @Nullable Thread supervisor;
    private boolean stood;
    private boolean formerForgotten;
    private int atATime;
    private List<String> refusedBefore = List.of();

    /** @param traffic goes on counting what a former connection of the same name began to count */
    BrokerConnection(
            ConnectionPlan plan,
            MqttSettings settings,
            int receiveMaximum,
            MessageHandler handler,
            TrafficCounter traffic,
            InstantSource clock) {
        this.plan = plan;
        this.settings = settings;
        this.receiveMaximum = receiveMaximum;
        this.atATime = receiveMaximum;
        this.handler = handler;
        this.traffic = traffic;
        this.clock = clock;
        state = new Connecting(clock.instant());
        filters = plan.filters().stream()
                .map(filter -> new FilterStatus(filter, Grant.PENDING))
                .toList();
    }

    ConnectionPlan plan() {
        return plan;
    }

    TrafficCounter traffic() {
        return traffic;
    }

    /** Never blocks. */
    ConnectionStatus status() {
        return new ConnectionStatus(
                plan.name(), plan.broker().toString(), plan.clientId(), state, filters, traffic.traffic());
    }

    /** Never blocks. */
    void start() {
        supervisor = Thread.ofPlatform().name("mqtt-" + plan.name()).start(this::supervise);
    }

    boolean isStarted() {
        return supervisor != null;
    }

    /** Instead of the start. */
    void hold(ConnectionFailure failure) {
        state = new Refused(clock.instant(), failure);
        log.warn("No connection to the MQTT broker {} ({}): {}", plan.broker(), plan.name(), failure);
    }

    /** Waits for the outcome of the first attempt: an answer of the broker, or that there is none. */
    ConnectionState awaitFirstAnswer() throws InterruptedException {
        firstAnswer.await();
        return state;
    }

    /** From now on nothing is received. Says goodbye to the broker, which keeps the session. Never blocks. */
    void stop() {
        stopped.countDown();
        var last = link;
        if (last != null) last.end(Cause.CUT, "the cockpit stops");
    }

    /** The same, and the broker keeps nothing. */
    void stopForGood() {
        forGood = true;
        stop();
    }

    /** Waits a few seconds at most for the goodbye. */
    void awaitStop() throws InterruptedException {
        var thread = supervisor;
        if (thread != null) thread.join(Duration.ofSeconds(5));
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void supervise() {
        try {
            var wait = settings.retryAfter();
            while (isRunning()) {
                var begin = System.nanoTime();
                connectAndWatch();
                if (System.nanoTime() - begin > settings.retryAtMost().toNanos()) wait = settings.retryAfter();
                if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) return;
                wait = shorter(wait.multipliedBy(2), settings.retryAtMost());
            }
        } catch (InterruptedException e) {
            log.debug("The supervisor of the connection {} was interrupted", plan.name(), e);
        } finally {
            firstAnswer.countDown();
        }
    }

    private void connectAndWatch() throws InterruptedException {
        Link current = null;
        try {
            current = new Link(plan, settings, true, atATime, this::receive, clock);
            link = current;
            var sessionKept = current.connect();
            stood = true;
            listen(current, sessionKept);
            var failure = current.awaitEnd();
            // Large messages may be more than finds room: then fewer at a time, until one connection has been enough.
            atATime = failure.cause() == Cause.FLOODED ? Math.max(1, atATime / 2) : receiveMaximum;
            if (isRunning()) enter(without(failure));
        } catch (MqttException | RuntimeException e) {
            var failure = stood ? Reason.of(e) : Reason.ofStranger(e);
            if (isRunning()) enter(without(failure));
        } finally {
            if (current != null) leave(current);
        }
    }

    private ConnectionState without(ConnectionFailure failure) {
        return Reason.isRefusal(failure) ? new Refused(clock.instant(), failure) : new Lost(clock.instant(), failure);
    }

    /** Asks for what the broker does not know yet, or has refused before. */
    private void listen(Link current, boolean sessionKept) throws MqttException, InterruptedException {
        if (sessionKept && !formerForgotten) current.unsubscribe(plan.formerFilters());
        formerForgotten = true;
        var known = sessionKept
                ? filters.stream().filter(BrokerConnection::isGranted).toList()
                : List.<FilterStatus>of();
        var granted = known.stream().map(FilterStatus::filter).toList();
        var answers = new ArrayList<>(known);
        answers.addAll(current.subscribe(plan.filters().stream()
                .filter(filter -> !granted.contains(filter))
                .toList()));
        filters = plan.filters().stream()
                .flatMap(filter -> answers.stream()
                        .filter(answer -> answer.filter().equals(filter))
                        .limit(1))
                .toList();
        if (filters.stream().anyMatch(BrokerConnection::isGranted)) enter(new Connected(clock.instant()));
        else current.end(Cause.TOPICS_REFUSED, "not authorised to listen to " + plan.filters());
        tellRefusals();
    }

    private void tellRefusals() {
        var refused = filters.stream()
                .filter(status -> status.grant() == Grant.REFUSED)
                .map(FilterStatus::filter)
                .toList();
        if (!refused.isEmpty() && !refused.equals(refusedBefore))
            log.warn(
                    "The MQTT broker {} does not let the cockpit listen to {} ({})",
                    plan.broker(),
                    refused,
                    plan.name());
        refusedBefore = refused;
    }

    private static boolean isGranted(FilterStatus status) {
        return status.grant() == Grant.QOS_0 || status.grant() == Grant.QOS_1;
    }

    private boolean receive(InboundMessage message) {
        traffic.count(message);
        return handler.handle(message);
    }

    private void leave(Link current) {
        if (isRunning()) current.abandon();
        else if (forGood) current.closeForGood();
        else current.close();
    }

    /** One line in the log for a change, none for another attempt with the same outcome. */
    private void enter(ConnectionState next) {
        var before = state;
        var changed = before.getClass() != next.getClass();
        state = switch (next) {
            case Lost(var _, var failure) when !changed -> new Lost(before.since(), failure);
            case Refused(var _, var failure) when !changed -> new Refused(before.since(), failure);
            case Connected _, Connecting _, Lost _, Refused _ -> next;
        };
        firstAnswer.countDown();
        if (!changed) return;
        switch (next) {
            case Connected(var since) -> log.info("Connected to the MQTT broker {} ({})", plan.broker(), plan.name());
            case Lost(var since, var failure) ->
                log.warn(
                        "No connection to the MQTT broker {} ({}): {}; trying again until it is back",
                        plan.broker(),
                        plan.name(),
                        failure);
            case Refused(var since, var failure) ->
                log.warn(
                        "The MQTT broker {} refuses the cockpit ({}): {}; trying again",
                        plan.broker(),
                        plan.name(),
                        failure);
            case Connecting(var since) -> log.debug("Connecting to {}", plan.broker());
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
