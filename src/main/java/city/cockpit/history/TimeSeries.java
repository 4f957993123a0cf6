package city.cockpit.history;

import city.cockpit.measurement.Series;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one series did in the span of a {@link TimeSeriesQuery}.
 *
 * @param resolution the same for all series of an answer
 * @param points oldest first, at most {@link TimeSeriesQuery#MOST_POINTS}; steps without believed readings are left out, so
 *     that there is a gap wherever a point begins after the one before has ended
 * @param doubts readings that are left out of the points because nobody believes them, oldest first, in the same steps
 * @param isComplete whether every stored reading of the span is in it; false for a while after history was filled in or an
 *     older cockpit was replaced, which screens have to say
 */
public record TimeSeries(
        Series series, Resolution resolution, List<Point> points, List<Doubt> doubts, boolean isComplete) {

    public TimeSeries {
        points = List.copyOf(points);
        doubts = List.copyOf(doubts);
    }

    /**
     * One step, or one reading. What the numbers are follows from the {@link city.cockpit.measurement.Kind kind} of the
     * property.
     *
     * @param from begin of the step, which the first step of an answer may have before its span; of a reading its time
     * @param to end of the step; of a reading the time until which it stands for the series
     * @param value the mean: arithmetic, as energy weighted by duration (sound levels), as a direction; of maximum levels
     *     the maximum; of tallies the sum, of meters the consumption, of states the share of time from 0 to 1; empty where
     *     there is none, as for directions that cancel each other and several percentile levels
     * @param min smallest reading; empty for directions, and for tallies and meters in steps
     * @param max largest reading; empty where min is
     * @param count believed readings, from 0 for a state that goes on from the step before
     * @param coverage part of the step for which there are believed readings, 0 to 1; of a reading 1
     */
    public record Point(
            Instant from,
            Instant to,
            OptionalDouble value,
            OptionalDouble min,
            OptionalDouble max,
            int count,
            double coverage) {}
}
