package city.cockpit.mqtt;

import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short messages over the town's broker on a connection of their own and without a promise: what nobody hears at once is
 * lost, and no message of a sensor waits behind them. Comes back by itself. Any thread.
 */
public final class Exchange {

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final int A_FEW = 10;

    private final String name;
    private final String withoutIt;
    private final BrokerDetails broker;
    private final MqttSettings settings;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Link link;
    private boolean refusalTold;

    /**
     * @param name short and unique in this installation
     * @param withoutIt for the log: what becomes of it where the broker does not let the cockpit listen
     */
    Exchange(String name, String withoutIt, BrokerDetails broker, MqttSettings settings, InstantSource clock) {
        this.name = name;
        this.withoutIt = withoutIt;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hears what is said. */
    public interface Listener {

        /** From now on messages are heard, after a time in which they were not. Must return at once and not throw. */
        void opened();

        /** A message from anybody whom the broker lets speak, this node too. Must return at once and not throw. */
        void heard(byte[] message);
    }

    /** Begins to listen, at the latest when the broker is there. Never blocks; once. */
    public void open(String topicFilter, Listener listener) {
        var plan =
                new ConnectionPlan(name, broker, settings.clientId() + "-" + name, List.of(topicFilter), List.of(), 0);
        Thread.ofPlatform().name("mqtt-" + name).daemon().start(() -> keepOpen(plan, listener));
    }

    /** Whether messages are heard and may be sent now. */
    public boolean isOpen() {
        return link != null;
    }

    /** Sends a message if the broker is there. Never blocks. */
    public void tell(String topic, byte[] message) {
        var current = link;
        if (current != null) current.tell(topic, message);
    }

    /** Ends it for good. Never blocks for long. */
    public void close() {
        closed.countDown();
        var last = link;
        if (last != null) last.end(Cause.CUT, "the cockpit stops");
    }

    private void keepOpen(ConnectionPlan plan, Listener listener) {
        try {
            do converse(plan, listener);
            while (!closed.await(settings.retryAfter().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            log.debug("The exchange {} was interrupted", name, e);
        }
    }

    private void converse(ConnectionPlan plan, Listener listener) throws InterruptedException {
        Link current = null;
        try {
            current = new Link(plan, settings, false, A_FEW, message -> hear(message, listener), clock);
            current.connect();
            if (isLetIn(current, plan)) {
                link = current;
                listener.opened();
                log.debug("The exchange {} has ended: {}", name, current.awaitEnd());
            } else closed.await(settings.retryAtMost().toMillis(), TimeUnit.MILLISECONDS);
        } catch (MqttException | RuntimeException e) {
            // The cockpit's own connection to the same broker tells it.
            log.debug("The exchange {} is closed: {}", name, Reason.of(e).detail());
        } finally {
            link = null;
            if (current != null) current.abandon();
        }
    }

    private static boolean hear(InboundMessage message, Listener listener) {
        listener.heard(message.payload());
        return true;
    }

    private boolean isLetIn(Link current, ConnectionPlan plan) throws MqttException {
        var isRefused = current.subscribe(plan.filters()).stream().anyMatch(status -> status.grant() == Grant.REFUSED);
        if (isRefused && !refusalTold)
            log.warn("The MQTT broker {} does not let the cockpit listen to {}: {}", broker, plan.filters(), withoutIt);
        refusalTold = isRefused;
        return !isRefused;
    }
}
