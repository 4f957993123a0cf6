package city.cockpit.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the audit trail are asked for: those for which all of it holds. An empty text asks for nothing; upper
 * and lower case are the same.
 *
 * @param actor part of the sign-in name of who did it
 * @param object part of what it was done to
 * @param text part of the actor, the object, or a value before or after
 * @param from the first moment that counts
 * @param to the first moment that counts no more
 */
public record AuditFilter(
        String actor, Optional<Deed> deed, String object, String text, Optional<Instant> from, Optional<Instant> to) {

    public static final int LONGEST_TEXT = 200;

    /** Every line. */
    public static final AuditFilter ALL =
            new AuditFilter("", Optional.empty(), "", "", Optional.empty(), Optional.empty());

    public AuditFilter {
        checkLength(actor);
        checkLength(object);
        checkLength(text);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get()))
            throw new IllegalArgumentException("the time asked for ends before it begins");
    }

    private static void checkLength(String text) {
        if (text.length() > LONGEST_TEXT)
            throw new IllegalArgumentException("a text asked for is longer than " + LONGEST_TEXT);
    }
}
