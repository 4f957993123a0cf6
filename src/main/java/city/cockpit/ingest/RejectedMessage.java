package city.cockpit.ingest;

import java.time.Instant;

/**
 * A message of which at least one reading was not taken, or none could be found in it.
 *
 * @param receivedAt when it reached the cockpit
 * @param topic where it was published, without control characters
 * @param payload its beginning: text as it is, anything else as hexadecimal digits
 * @param payloadBytes size of the whole payload
 * @param reason why
 * @param detail one technical sentence about the first reading refused for that reason, without control characters
 * @param readings how many readings of the message were refused for that reason
 */
public record RejectedMessage(
        Instant receivedAt,
        String topic,
        String payload,
        int payloadBytes,
        RejectReason reason,
        String detail,
        int readings) {}
