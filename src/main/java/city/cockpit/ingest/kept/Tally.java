package city.cockpit.ingest.kept;

import city.cockpit.ingest.Printable;
import city.cockpit.mqtt.InboundMessage;
import java.time.Instant;

/** What came to a group since it was last written down. */
record Tally(Instant firstAt, Instant lastAt, long messages, long readings, String connection, String topic) {

    static final int LONGEST_TOPIC = 1_000;

    static Tally of(InboundMessage message, int messages, int readings) {
        return new Tally(
                message.arrivedAt(),
                message.arrivedAt(),
                messages,
                readings,
                Printable.line(message.connection(), LONGEST_TOPIC),
                Printable.line(message.topic(), LONGEST_TOPIC));
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
