package city.cockpit.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The last 24 hours of one value in quarters of an hour, for the line on a tile.
 *
 * @param start begin of the first quarter, aligned to the epoch
 * @param means one for each quarter, oldest first, always {@link #LENGTH}; of tallies what was counted in the quarter; empty
 *     where nothing was measured
 */
public record Trail(Instant start, List<OptionalDouble> means) {

    public static final Duration STEP = Duration.ofMinutes(15);
    public static final int LENGTH = 96;

    /** Of a value of which nothing is known. */
    static final Trail EMPTY = new Trail(Instant.EPOCH, Collections.nCopies(LENGTH, OptionalDouble.empty()));

    public Trail {
        means = List.copyOf(means);
        if (means.size() != LENGTH) throw new IllegalArgumentException("not a day of quarters: " + means.size());
    }
}
