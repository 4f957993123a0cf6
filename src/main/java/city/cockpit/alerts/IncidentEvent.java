package city.cockpit.alerts;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an incident.
 *
 * @param actor name of the account; empty of what the cockpit did by itself
 * @param comment what somebody said, whom it was assigned to, or how severe it is now; may be empty
 */
public record IncidentEvent(Instant at, Kind kind, Optional<String> actor, String comment) {

    public static final int LONGEST_COMMENT = 2_000;

    /** The texts are {@code incident.event.NAME}. */
    public enum Kind {
        RAISED,
        /** A more severe rule of the same scale is broken, too; the comment names the severity. */
        ROSE,
        /** It had been over, or withdrawn, and goes on. */
        RETURNED,
        RESOLVED,
        WITHDRAWN,
        /** Somebody works there, so that nobody is told. */
        MUTED,
        /** The work is over, and it goes on. */
        UNMUTED,
        ACKNOWLEDGED,
        ASSIGNED,
        COMMENTED,
        CLOSED
    }
}
