package city.cockpit.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decoder found: one reading, or the reason why there is none. Each counts as one reading in the ledger. */
public sealed interface Decoded {

    /**
     * A value that was found, not checked yet.
     *
     * @param property key of the observed property as the message names it; any text
     * @param value finite
     * @param unit as the message names it; null if it names none
     * @param time when the value held
     * @param timedOnArrival whether the time depends on when the message arrived, so that a repeat counts again
     */
    record Observation(
            String property, double value, @Nullable String unit, Instant time, boolean timedOnArrival)
            implements Decoded {}

    /**
     * A value among all those that a device sends, whether anybody wants them or not: a reading if it feeds a series, else
     * nothing, and then not counted.
     *
     * @param observation its property is a JSON Pointer (RFC 6901) such as {@code /BME280/Temperature}
     */
    record Field(Observation observation) implements Decoded {}

    /** Nothing that could become a reading. The detail may hold anything the message held. */
    record Refusal(RejectReason reason, String detail) implements Decoded {}
}
