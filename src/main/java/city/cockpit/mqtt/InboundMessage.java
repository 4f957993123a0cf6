package city.cockpit.mqtt;

import java.time.Instant;

/** A message as it came from the broker. The payload belongs to the receiver and nobody changes it. */
public final class InboundMessage {

    private final String connection;
    private final String topic;
    private final byte[] payload;
    private final int qos;
    private final boolean retained;
    private final Instant arrivedAt;
    private final Delivery delivery;

    public InboundMessage(
            String connection,
            String topic,
            byte[] payload,
            int qos,
            boolean retained,
            Instant arrivedAt,
            Delivery delivery) {
        this.connection = connection;
        this.topic = topic;
        this.payload = payload;
        this.qos = qos;
        this.retained = retained;
        this.arrivedAt = arrivedAt;
        this.delivery = delivery;
    }

    /** Name of the connection it came by. */
    public String connection() {
        return connection;
    }

    public String topic() {
        return topic;
    }

    public byte[] payload() {
        return payload;
    }

    /** 0: the broker forgets the message once it is sent; 1: it delivers again until the message is acknowledged. */
    public int qos() {
        return qos;
    }

    public boolean retained() {
        return retained;
    }

    /** When the message reached the cockpit. */
    public Instant arrivedAt() {
        return arrivedAt;
    }

    /**
     * Tells the broker that it may forget the message. Does nothing for QoS 0 and when the connection that delivered
     * the message is gone: the broker then delivers it again. Never blocks, never throws; any thread.
     */
    public void acknowledge() {
        if (qos > 0) delivery.acknowledge();
    }

    /** Whether the broker has to deliver this message again, because the connection it came by is gone. */
    public boolean isStale() {
        return qos > 0 && !delivery.isOpen();
    }

    /** The connection by which a message came. */
    public interface Delivery {

        /** Acknowledges the message, if the connection still stands. Never blocks, never throws. */
        void acknowledge();

        /** Whether the connection still stands. */
        boolean isOpen();
    }
}
