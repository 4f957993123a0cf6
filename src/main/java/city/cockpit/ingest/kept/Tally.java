package city.cockpit.ingest.kept;

import city.cockpit.mqtt.InboundMessage;
import java.time.Instant;

/**
 * What came to a group since it was last written down.
 *
 * @param connection of the newest message
 * @param topic of the newest message, as it came
 */
record Tally(Instant firstAt, Instant lastAt, long messages, long readings, String connection, String topic) {

    static Tally of(InboundMessage message, int messages, int readings) {
        return new Tally(
                message.arrivedAt(), message.arrivedAt(), messages, readings, message.connection(), message.topic());
    }

    Tally plus(Tally other) {
        var newer = other.lastAt.isBefore(lastAt) ? this : other;
        return new Tally(
                other.firstAt.isBefore(firstAt) ? other.firstAt : firstAt,
                newer.lastAt,
                messages + other.messages,
                readings + other.readings,
                newer.connection,
                newer.topic);
    }
}
