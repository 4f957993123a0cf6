package city.cockpit.history;

import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reading must be to be kept, whichever way it came: as a message or from a file. From memory: cheap, never blocks;
 * any thread. See decision record 0027.
 */
public final class Admission {

    /** How far the clock of a sensor may be ahead. */
    public static final Duration LEEWAY = Duration.ofMinutes(5);

    /** No retention is shorter than a day, and nearly all readings are news: they need not be told from old ones by calendar. */
    private static final Duration NEWS = Duration.ofHours(23);

    /** Why a reading is not kept. */
    public enum Objection {
        /** Nature does not allow the value. */
        IMPOSSIBLE_VALUE,
        /** The time lies more than five minutes ahead of the arrival. */
        IN_FUTURE,
        /** The history would throw the reading away at once. */
        OLDER_THAN_RETENTION
    }

    private final Retention retention;

    public Admission(Retention retention) {
        this.retention = retention;
    }

    /** What speaks against a reading of that series; empty if nothing does. */
    public Optional<Objection> objection(Series series, Instant time, double value, Instant arrivedAt) {
        if (!series.property().isPossible(value)) return Optional.of(Objection.IMPOSSIBLE_VALUE);
        if (time.isAfter(arrivedAt.plus(LEEWAY))) return Optional.of(Objection.IN_FUTURE);
        if (time.isBefore(arrivedAt.minus(NEWS)) && time.isBefore(retention.keptFrom(series.property(), arrivedAt)))
            return Optional.of(Objection.OLDER_THAN_RETENTION);
        return Optional.empty();
    }

    /** Whether the value is believed at the place of the series. */
    public static Quality quality(Series series, double value) {
        return series.plausible().contains(value) ? Quality.GOOD : Quality.IMPLAUSIBLE;
    }
}
