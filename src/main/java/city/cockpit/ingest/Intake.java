package city.cockpit.ingest;

import city.cockpit.mqtt.InboundMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * The begin of the pipeline, for those who bring messages that no broker sent. Nothing here waits or throws; any thread.
 */
public interface Intake {

    /** Bytes of the largest payload that is decoded. */
    long largest();

    /** Since when the database takes no readings; empty while it does, as far as anybody has noticed. */
    Optional<Instant> databaseAwaySince();

    /**
     * Takes a message over. It is acknowledged once what it holds is stored or refused for good, both durably.
     *
     * @return false if there is no room now
     */
    boolean handle(InboundMessage message);

    /** Counts a message that says so little that it cannot even be handed over. */
    void turnedAway(RejectReason reason);
}
