package city.cockpit.history.rollup;

import city.cockpit.measurement.Series;
import java.time.Duration;

/**
 * How far readings of one series reach in time: for how long one stands, which ones are neighbours, and what a new one
 * may change before and after it. In microseconds.
 *
 * @param interval that the sensor promises, but no more than a day: no reading stands for longer
 * @param flatLine after which time without any change readings are suspect, 0 for never
 */
record Reach(long interval, long flatLine) {

    private static final Duration LONGEST = Duration.ofDays(1);

    static Reach of(Series series) {
        var interval = series.interval().compareTo(LONGEST) > 0 ? LONGEST : series.interval();
        return new Reach(
                interval.toNanos() / 1_000,
                series.property().neighbours().flatLine().toNanos() / 1_000);
    }

    /** Longest time between two readings of which the earlier one stands until the later one comes. */
    long stands() {
        return interval + interval / 2;
    }

    /** Longest time between two readings that are neighbours. */
    long gap() {
        return 3 * interval;
    }

    /** How long before a reading something may change because of it. */
    long back() {
        return 3 * gap();
    }

    /** How long after a reading something may change because of it. */
    long ahead() {
        return flatLine + 3 * gap();
    }

    /** How long before an hour readings must be known to judge those of the hour. */
    long contextBefore() {
        return flatLine + 5 * gap();
    }

    long contextAfter() {
        return 4 * gap();
    }
}
