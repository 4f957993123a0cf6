package city.cockpit.fleet;

import java.time.Duration;
import java.time.Instant;

/**
 * Readings of a sensor that were refused for the same reason without a day's break.
 *
 * @param detail of the newest, one technical sentence
 * @param first arrival of the first message
 * @param last arrival of the newest message
 */
public record Refusals(String detail, Instant first, Instant last, long readings) {

    /** After that long a new story begins. */
    static final Duration BREAK = Duration.ofHours(24);

    Refusals and(Refusals more) {
        if (more.first.isAfter(last.plus(BREAK))) return more;
        if (more.last.isBefore(first.minus(BREAK))) return this;
        return new Refusals(
                more.last.isBefore(last) ? detail : more.detail,
                more.first.isBefore(first) ? more.first : first,
                more.last.isAfter(last) ? more.last : last,
                readings + more.readings);
    }
}
