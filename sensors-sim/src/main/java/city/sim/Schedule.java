package city.sim;

import java.time.Duration;
import java.time.Instant;

/**
 * When a sensor reports: on a grid of its interval with a phase of its own, so that sensors of one interval do not all
 * speak at once. What lies further back than {@link #RECENT} is reported in steps of {@link #HISTORY_STEP}, and nothing
 * further back than {@link #HISTORY}.
 */
record Schedule(Duration interval, Duration phase) {

    static final Duration HISTORY = Duration.ofDays(7);
    static final Duration HISTORY_STEP = Duration.ofMinutes(15);
    static final Duration RECENT = Duration.ofMinutes(70);

    Schedule {
        if (!interval.isPositive() || phase.isNegative() || phase.compareTo(interval) >= 0)
            throw new IllegalArgumentException("phase %s is not within interval %s".formatted(phase, interval));
    }

    /** The moment to report after {@code last}; may lie in the future of {@code now}. */
    Instant next(Instant last, Instant now) {
        var after = later(last, now.minus(HISTORY));
        var recent = now.minus(RECENT);
        var step = nextOn(HISTORY_STEP, after);
        return step.isBefore(recent) ? step : nextOn(interval, later(after, recent));
    }

    private Instant nextOn(Duration grid, Instant after) {
        var passed = Math.floorDiv(after.toEpochMilli() - phase.toMillis(), grid.toMillis());
        return Instant.ofEpochMilli((passed + 1) * grid.toMillis() + phase.toMillis());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
