package city.cockpit.fleet;

import java.time.Duration;
import java.time.Instant;

/**
 * Messages in a row that are off by the same time. What is brought later after a break of the network is off too, but by
 * less with every message.
 *
 * @param ahead by how many seconds the first of them was ahead
 * @param first its arrival
 */
record ClockTrack(double ahead, Instant first, int messages) {

    private static final double SAME_SECONDS = 30;
    private static final int ENOUGH = 3;
    private static final Duration LONG = Duration.ofMinutes(1);

    static ClockTrack begin(double ahead, Instant at) {
        return new ClockTrack(ahead, at, 1);
    }

    ClockTrack next(double nextAhead, Instant at) {
        return Math.abs(nextAhead - ahead) <= SAME_SECONDS
                ? new ClockTrack(ahead, first, messages + 1)
                : begin(nextAhead, at);
    }

    /** Whether it is certain by now. */
    boolean isClear(Instant at, Duration interval) {
        var span = interval.multipliedBy(2);
        return messages >= ENOUGH && Duration.between(first, at).compareTo(span.compareTo(LONG) > 0 ? span : LONG) >= 0;
    }
}
