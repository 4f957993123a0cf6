package city.cockpit.history.rollup;

import city.cockpit.measurement.Kind;
import java.util.OptionalDouble;

/**
 * What is kept of the readings of one series in a stretch of time. Two that follow each other make one of both stretches:
 * nothing but sums, extremes and ends is kept, and values are made of them at the end.
 *
 * @param count believed readings
 * @param seconds for which there is a believed reading; a little more than the stretch where the last one reaches beyond
 * @param total sum over the readings, by the kind: of the values, of their energy by time, of their cosines, of differences
 *     or of time in the state
 * @param sine sum of the sines of directions, else 0
 * @param min smallest believed reading, NaN if there is none
 * @param max largest believed reading, NaN if there is none
 * @param first oldest believed reading, NaN if there is none
 * @param last newest believed reading, NaN if there is none
 * @param doubts readings that are left out of all that
 * @param doubtMin smallest of them, NaN if there is none
 * @param doubtMax largest of them, NaN if there is none
 */
record Rollup(
        int count,
        double seconds,
        double total,
        double sine,
        double min,
        double max,
        double first,
        double last,
        int doubts,
        double doubtMin,
        double doubtMax) {

    static final Rollup NOTHING =
            new Rollup(0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN);

    /** Together with that of the stretch that follows. */
    Rollup then(Rollup later) {
        return new Rollup(
                count + later.count,
                seconds + later.seconds,
                total + later.total,
                sine + later.sine,
                known(min, later.min, Math.min(min, later.min)),
                known(max, later.max, Math.max(max, later.max)),
                known(first, later.first, first),
                known(last, later.last, later.last),
                doubts + later.doubts,
                known(doubtMin, later.doubtMin, Math.min(doubtMin, later.doubtMin)),
                known(doubtMax, later.doubtMax, Math.max(doubtMax, later.doubtMax)));
    }

    private static double known(double one, double other, double both) {
        if (Double.isNaN(one)) return other;
        return Double.isNaN(other) ? one : both;
    }

    /** What the readings come to; empty where they come to nothing. */
    OptionalDouble value(Kind kind) {
        return switch (kind) {
            case LEVEL, COUNT -> count == 0 ? OptionalDouble.empty() : OptionalDouble.of(total / count);
            case TALLY -> count == 0 ? OptionalDouble.empty() : OptionalDouble.of(total);
            case METER -> seconds == 0 ? OptionalDouble.empty() : OptionalDouble.of(total);
            case DECIBEL -> seconds == 0 ? OptionalDouble.empty() : OptionalDouble.of(10 * Math.log10(total / seconds));
            case MAXIMUM -> count == 0 ? OptionalDouble.empty() : OptionalDouble.of(max);
            case PERCENTILE -> count == 1 ? OptionalDouble.of(last) : OptionalDouble.empty();
            case STATE -> seconds == 0 ? OptionalDouble.empty() : OptionalDouble.of(total / seconds);
            case DIRECTION -> direction();
        };
    }

    private OptionalDouble direction() {
        if (count == 0 || Math.hypot(total, sine) < 1e-9 * count) return OptionalDouble.empty();
        var degrees = Math.toDegrees(Math.atan2(sine, total));
        return OptionalDouble.of(degrees < 0 ? degrees + 360 : degrees);
    }

    /** Part of a stretch of that length for which there are believed readings. */
    double coverage(double stretchSeconds) {
        return Math.min(1, seconds / stretchSeconds);
    }

    boolean isNothing() {
        return count == 0 && doubts == 0 && seconds == 0;
    }
}
