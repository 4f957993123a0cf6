package city.cockpit.alerts;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which one series broke a rule.
 *
 * @param since begin of the first value that lay beyond; of a silent device its last reading
 * @param raisedAt when it had done so for long enough
 * @param endedAt first moment at which it was over; empty while it goes on
 * @param worst the value furthest beyond; NaN where there is none
 * @param worstAt when it was so
 */
record Breach(Instant since, Instant raisedAt, Optional<Instant> endedAt, double worst, Instant worstAt) {

    Breach endedAt(Instant end) {
        return new Breach(since, raisedAt, Optional.of(end), worst, worstAt);
    }

    /** Whether both are about the same time, at least in part. */
    boolean overlaps(Breach other) {
        return isBeforeEnd(since, other.endedAt) && isBeforeEnd(other.since, endedAt);
    }

    boolean goesOnAt(Instant time) {
        return !raisedAt.isAfter(time) && endedAt.map(end -> end.isAfter(time)).orElse(true);
    }

    private static boolean isBeforeEnd(Instant time, Optional<Instant> end) {
        return end.map(one -> !time.isAfter(one)).orElse(true);
    }
}
