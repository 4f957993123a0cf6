package city.cockpit.ingest.kept;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that was refused, whole.
 *
 * @param arrivedAt when it reached the cockpit for the first time
 * @param connection by which it came
 * @param topic where it was published, without control characters
 * @param qos its quality of service
 * @param retained whether the broker had kept it
 * @param payload what it holds
 * @param detail one technical sentence about the first reading refused, without control characters
 */
public record KeptMessage(
        UUID id,
        Instant arrivedAt,
        String connection,
        String topic,
        int qos,
        boolean retained,
        Payload payload,
        String detail) {}
