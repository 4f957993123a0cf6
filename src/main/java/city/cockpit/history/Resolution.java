package city.cockpit.history;

import java.time.Duration;

/**
 * Into which steps of time an answer is parted, finest first. Steps of hours and longer ones follow the town's clock: a day
 * has 23, 24 or 25 hours, a week begins on Monday.
 */
public enum Resolution {
    /** Every reading by itself; the typical length is what its sensor promises. */
    READING(Level.RAW, Duration.ZERO),
    MINUTE(Level.RAW, Duration.ofMinutes(1)),
    TWO_MINUTES(Level.RAW, Duration.ofMinutes(2)),
    FIVE_MINUTES(Level.RAW, Duration.ofMinutes(5)),
    TEN_MINUTES(Level.RAW, Duration.ofMinutes(10)),
    QUARTER_HOUR(Level.RAW, Duration.ofMinutes(15)),
    HALF_HOUR(Level.RAW, Duration.ofMinutes(30)),
    HOUR(Level.HOUR, Duration.ofHours(1)),
    TWO_HOURS(Level.HOUR, Duration.ofHours(2)),
    THREE_HOURS(Level.HOUR, Duration.ofHours(3)),
    SIX_HOURS(Level.HOUR, Duration.ofHours(6)),
    TWELVE_HOURS(Level.HOUR, Duration.ofHours(12)),
    DAY(Level.DAY, Duration.ofDays(1)),
    WEEK(Level.DAY, Duration.ofDays(7)),
    MONTH(Level.DAY, Duration.ofDays(30)),
    YEAR(Level.DAY, Duration.ofDays(365));

    private final Level level;
    private final Duration typical;

    Resolution(Level level, Duration typical) {
        this.level = level;
        this.typical = typical;
    }

    public Level level() {
        return level;
    }

    /** How long a step usually is; zero for {@link #READING}. */
    public Duration typical() {
        return typical;
    }
}
