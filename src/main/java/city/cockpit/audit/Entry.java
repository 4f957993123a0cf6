package city.cockpit.audit;

import java.time.Instant;
import java.util.List;

/**
 * One line of the audit trail.
 *
 * @param number grows with every line; gaps mean nothing
 * @param actor sign-in name of who did it, {@code token:NAME} for a program, or {@link AuditTrail#SYSTEM}
 * @param object what it was done to, e.g. a sign-in name; empty when the deed says it all
 */
public record Entry(long number, Instant at, String actor, Deed deed, String object, List<Change> changes) {

    public Entry {
        changes = List.copyOf(changes);
    }
}
