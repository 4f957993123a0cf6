package city.cockpit.mqtt;

import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tries a connection out without keeping it: the broker remembers nothing of it, and no message is taken from anybody. */
@Component
public class ConnectionProbe {

    private static final Logger log = LoggerFactory.getLogger(ConnectionProbe.class);
    private static final int A_FEW = 10;

    private final MqttSettings settings;
    private final InstantSource clock;

    ConnectionProbe(MqttSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** Neither heard nor let in. */
        record Failed(ConnectionFailure failure) implements Outcome {}

        /**
         * The broker let the cockpit in.
         *
         * @param filters what it said to each topic
         * @param firstTopic of the first message; empty if none came in time
         */
        record Admitted(List<FilterStatus> filters, Optional<String> firstTopic) implements Outcome {

            public Admitted {
                filters = List.copyOf(filters);
            }
        }
    }

    /**
     * Connects, listens until a first message comes, and says goodbye. Blocks up to the patience and twice the timeout
     * of the settings.
     *
     * @param plan with a client id that nobody else has, topics without a shared group, and QoS 0
     */
    public Outcome probe(ConnectionPlan plan, Duration patience) throws InterruptedException {
        var topics = new ArrayBlockingQueue<String>(A_FEW);
        Link link = null;
        try {
            link = new Link(plan, settings, false, A_FEW, message -> heard(message, topics), clock);
            link.connect();
            var filters = link.subscribe(plan.filters());
            var heard = filters.stream().anyMatch(status -> status.grant() != Grant.REFUSED);
            var first = heard ? topics.poll(patience.toMillis(), TimeUnit.MILLISECONDS) : null;
            return new Outcome.Admitted(filters, Optional.ofNullable(first));
        } catch (MqttException | RuntimeException e) {
            var failure = Reason.ofStranger(e);
            log.info("Tried the MQTT broker {} in vain: {}", plan.broker(), failure);
            return new Outcome.Failed(failure);
        } finally {
            if (link != null) link.close();
        }
    }

    /** What comes after the first few is not kept. */
    private static boolean heard(InboundMessage message, Queue<String> topics) {
        topics.offer(message.topic());
        return true;
    }
}
