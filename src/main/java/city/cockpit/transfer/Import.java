package city.cockpit.transfer;

import java.time.Instant;
import java.util.Optional;

/**
 * A file of history that was brought, and how far it has got.
 *
 * @param fileName as its owner called it; anything may stand in it
 * @param addedBy name of the account
 * @param bytes size of the file
 * @param mapping under which name the assignment of its columns is remembered; empty if it is not
 * @param counts of the trial run or of the import, whichever was last
 * @param problem why it failed
 */
public record Import(
        long id,
        String fileName,
        String addedBy,
        Instant addedAt,
        long bytes,
        State state,
        FileForm form,
        String mapping,
        Counts counts,
        Optional<Problem> problem) {

    /** How far a file has got. The texts are {@code transfer.state.NAME}. */
    public enum State {
        /** It is here; somebody has to say how it is to be read. */
        READY,
        /** It is read for trial, nothing is stored. */
        CHECKING,
        /** What would become of it is known. */
        CHECKED,
        /** It is being stored. */
        STORING,
        /** Somebody stopped it; it goes on where it stopped. */
        STOPPED,
        /** Everything in it is stored or refused. The file itself is gone. */
        DONE,
        /** It cannot be read any further. */
        FAILED
    }

    /** Why a file cannot be read. The texts are {@code transfer.problem.NAME}. */
    public enum Problem {
        /** The lines are no comma separated values from some line on, for example because a quotation does not end. */
        UNREADABLE,
        /** The cockpit failed on it: a defect. */
        DEFECT
    }

    public boolean isRunning() {
        return state == State.CHECKING || state == State.STORING;
    }

    /** How much of the file has been read, 0 to 1. */
    public double progress() {
        return bytes == 0 ? 0 : Math.min(1, (double) counts.bytes() / bytes);
    }
}
