package city.cockpit.mqtt;

import java.util.List;

/** Takes what the brokers send. There is exactly one; it is asked for its topics and its room when the cockpit starts. */
public interface MessageHandler {

    /**
     * The topics it wants of the cockpit's own connection, for example {@code city/#}; at least one. What is taken out needs
     * a new {@code cockpit.mqtt.client-id}.
     */
    List<String> topicFilters();

    /** How many messages of QoS 1 it can hold at a time, of all connections together. */
    int room();

    /**
     * Takes over a message on the thread that reads from the broker: it must return at once and not throw. Each
     * connection has a thread of its own. A message of QoS 1 is delivered again, after the next loss of the connection,
     * until it is acknowledged.
     *
     * @return false if there is no room; the connection is then dropped so that nothing is lost
     */
    boolean handle(InboundMessage message);
}
