package city.cockpit.ingest;

import city.cockpit.measurement.SensorId;
import java.time.ZoneId;
import java.util.Optional;

/** What the senders behind a connection take for granted. From memory: cheap, never blocks; any thread. */
public interface Conventions {

    /** The zone of times that name none; of a connection that is no longer known the town's. */
    ZoneId zoneOf(String connection);

    /** Whom a message on the topic is from; empty if the connection knows no such topic. */
    Optional<Sender> senderOf(String connection, String topic);

    /** The name of the only decoder that is asked; empty if all are. */
    Optional<String> formatOf(String connection);

    /**
     * The sensor that a topic names.
     *
     * @param status whether it tells on this topic that it is there or takes its leave, instead of readings
     */
    record Sender(SensorId sensor, boolean status) {}
}
