package city.cockpit.ingest;

import java.util.Map;

/**
 * What became of the readings since the process began, at one moment: {@code received = stored + duplicate + rejected +
 * pending}. A message that cannot be decoded counts as one reading; a message still waiting to be decoded is not
 * received yet.
 *
 * @param received readings found in messages
 * @param stored new rows of the history
 * @param duplicate repeats of a stored reading
 * @param rejected readings that were not taken
 * @param pending readings under way to the history
 * @param rejectedByReason the rejected ones by reason; reasons that never occurred are left out
 */
public record Counts(
        long received,
        long stored,
        long duplicate,
        long rejected,
        long pending,
        Map<RejectReason, Long> rejectedByReason) {

    public Counts {
        rejectedByReason = Map.copyOf(rejectedByReason);
    }
}
