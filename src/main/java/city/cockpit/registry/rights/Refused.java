package city.cockpit.registry.rights;

import java.time.Instant;

/**
 * The last time that somebody with an account was sent away by the embedded broker of this node.
 *
 * @param detail the client id or the topic, as the other side wrote it
 * @param times how often for this cause since the cockpit was started
 */
public record Refused(Instant at, Cause cause, String detail, long times) {

    /** The texts are {@code rights.refused.NAME}. */
    public enum Cause {
        PASSWORD,
        CLIENT_ID,
        CLOSED,
        TOPIC,
        LISTENING
    }
}
