package city.cockpit.mqtt;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rare messages of the cockpit at the town's broker, each confirmed by it (QoS 1). A connection for each, so nothing has to be
 * kept open. Blocks for some seconds at most; one message at a time, any thread.
 */
public final class Announcer {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);
    private static final String NAME = "announcer";

    private final BrokerDetails broker;
    private final MqttSettings settings;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();

    Announcer(BrokerDetails broker, MqttSettings settings, InstantSource clock) {
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns why the broker did not confirm it, for administrators; empty if it did. */
    public Optional<String> announce(String topic, byte[] message) {
        turn.lock();
        try {
            return say(topic, message);
        } finally {
            turn.unlock();
        }
    }

    private Optional<String> say(String topic, byte[] message) {
        Link link = null;
        try {
            link = new Link(
                    new ConnectionPlan(NAME, broker, settings.clientId() + "-" + NAME, List.of(), List.of(), 0),
                    settings,
                    false,
                    1,
                    unexpected -> true,
                    clock);
            link.connect();
            link.announce(topic, message);
            link.close();
            return Optional.empty();
        } catch (MqttException | RuntimeException e) {
            log.debug("A message to {} was not confirmed", topic, e);
            if (link != null) link.abandon();
            return Optional.of(Reason.of(e).detail());
        }
    }
}
