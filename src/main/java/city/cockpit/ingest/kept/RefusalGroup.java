package city.cockpit.ingest.kept;

import city.cockpit.ingest.RejectReason;
import city.cockpit.measurement.SensorId;
import java.time.Instant;

/**
 * Refusals that have everything in common but numbers.
 *
 * @param id number of the group in the database
 * @param sender the registered sensor, else the name in the topic, or what topics without one have in common; empty for all
 *     that have no group of their own
 * @param detail what the details have in common; empty where the reason says it all
 * @param firstAt arrival of the first message
 * @param lastAt arrival of the newest message
 * @param messages how many came, kept or not
 * @param readings how many readings of them were refused
 * @param kept how many messages can be looked at and run again
 * @param connection by which the newest came
 * @param topic where the newest was published
 */
public record RefusalGroup(
        long id,
        RejectReason reason,
        String sender,
        String detail,
        Instant firstAt,
        Instant lastAt,
        long messages,
        long readings,
        int kept,
        String connection,
        String topic) {

    /** Whether they are messages of that registered sensor. */
    public boolean isOf(SensorId sensor) {
        return sender.equals(sensor.value());
    }
}
