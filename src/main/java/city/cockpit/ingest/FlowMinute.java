package city.cockpit.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the readings of one minute.
 *
 * @param start begin of the minute
 * @param counts of this minute alone; {@code pending} is what was under way at its end
 * @param mostWaiting most messages that were seen waiting to be interpreted
 * @param latency from the arrival of a message to its acknowledgement; empty while none was acknowledged
 */
public record FlowMinute(Instant start, Counts counts, long mostWaiting, Optional<Latency> latency) {

    /**
     * How long messages took, to two digits.
     *
     * @param median half of them took no longer
     * @param most 99 of 100 took no longer
     */
    public record Latency(Duration median, Duration most) {}

    static Counts difference(Counts now, Counts before) {
        var reasons = new EnumMap<RejectReason, Long>(RejectReason.class);
        now.rejectedByReason().forEach((reason, count) -> {
            var more = count - before.rejectedByReason().getOrDefault(reason, 0L);
            if (more > 0) reasons.put(reason, more);
        });
        return new Counts(
                now.received() - before.received(),
                now.stored() - before.stored(),
                now.duplicate() - before.duplicate(),
                now.rejected() - before.rejected(),
                now.pending(),
                Map.copyOf(reasons));
    }
}
