package city.cockpit.faults;

import java.time.Instant;

/**
 * A report and what became of it.
 *
 * @param answer what staff say to it; may be empty
 * @param isPublic whether everybody may read the answer; the report itself nobody but staff may
 * @param changedAt when somebody answered last, or else when it was reported
 */
public record Fault(
        long id,
        FaultReport report,
        Instant reportedAt,
        FaultState state,
        String answer,
        boolean isPublic,
        Instant changedAt) {

    public static final int LONGEST_ANSWER = 1_000;

    public Fault {
        if (answer.length() > LONGEST_ANSWER) throw new IllegalArgumentException("not an answer");
    }
}
