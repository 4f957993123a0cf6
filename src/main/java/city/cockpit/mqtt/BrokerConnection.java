package city.cockpit.mqtt;

import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Connecting;
import city.cockpit.mqtt.ConnectionState.Lost;
import city.cockpit.mqtt.ConnectionState.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the one connection to the broker: a thread of its own, {@code mqtt-supervisor}, connects, watches, and connects
 * again. Starts after an embedded broker and stops before it.
 */
@Component
public class BrokerConnection implements SmartLifecycle {

    /** Name of the connection that the settings describe: to the embedded broker or to the town's. */
    public static final String OF_THE_COCKPIT = "cockpit";

    private static final Logger log = LoggerFactory.getLogger(BrokerConnection.class);

    private final BrokerDetails broker;
    private final MqttSettings settings;
    private final MessageHandler handler;
    private final InstantSource clock;
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile ConnectionState state;
    private volatile boolean running;
    private volatile @Nullable Link link;
    private volatile @Nullable Thread supervisor;
    private boolean subscribed;

    BrokerConnection(BrokerDetails broker, MqttSettings settings, MessageHandler handler, InstantSource clock) {
        this.broker = broker;
        this.settings = settings;
        this.handler = handler;
        this.clock = clock;
        state = new Connecting(clock.instant());
    }

    /** How the cockpit stands with the broker now. Never blocks. */
    public ConnectionState state() {
        return state;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /**
     * Waits for the outcome of the first attempt. A broker that is away does not hinder the start.
     *
     * @throws BrokerRefusedException the broker answered and said no
     */
    @Override
    public void start() {
        running = true;
        var thread = Thread.ofPlatform().name("mqtt-supervisor").start(this::supervise);
        supervisor = thread;
        try {
            firstAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (state instanceof Refused(var since, var reason)) {
            stop();
            throw new BrokerRefusedException(broker, reason);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Says goodbye to the broker, which keeps the session; waits a few seconds at most. */
    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        var last = link;
        if (last != null) last.end("the cockpit stops");
        var thread = supervisor;
        try {
            if (thread != null) thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        try {
            var wait = settings.retryAfter();
            while (running) {
                var begin = System.nanoTime();
                connectAndWatch();
                if (System.nanoTime() - begin > settings.retryAtMost().toNanos()) wait = settings.retryAfter();
                if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) return;
                wait = shorter(wait.multipliedBy(2), settings.retryAtMost());
            }
        } catch (InterruptedException e) {
            log.debug("The supervisor of the broker connection was interrupted", e);
        } finally {
            firstAnswer.countDown();
        }
    }

    private void connectAndWatch() throws InterruptedException {
        Link current = null;
        try {
            current = new Link(broker, settings, handler, clock);
            link = current;
            if (!current.connect() || !subscribed) current.subscribe();
            subscribed = true;
            enter(new Connected(clock.instant()));
            var reason = current.awaitEnd();
            if (running) enter(new Lost(clock.instant(), reason));
        } catch (MqttException e) {
            if (running)
                enter(
                        Reason.isRefusal(e)
                                ? new Refused(clock.instant(), Reason.of(e))
                                : new Lost(clock.instant(), Reason.of(e)));
        } finally {
            if (current != null) leave(current);
        }
    }

    private void leave(Link current) {
        if (running) current.abandon();
        else current.close();
    }

    /** One line in the log for a change, none for another attempt with the same outcome. */
    private void enter(ConnectionState next) {
        var changed = state.getClass() != next.getClass();
        if (changed) state = next;
        firstAnswer.countDown();
        if (!changed) return;
        switch (next) {
            case Connected(var since) -> log.info("Connected to the MQTT broker {}", broker);
            case Lost(var since, var reason) ->
                log.warn("No connection to the MQTT broker {} ({}); trying again until it is back", broker, reason);
            case Refused(var since, var reason) ->
                log.warn("The MQTT broker {} refuses the cockpit ({}); trying again", broker, reason);
            case Connecting(var since) -> log.debug("Connecting to {}", broker);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
