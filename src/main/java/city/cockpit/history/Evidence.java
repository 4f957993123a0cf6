package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import java.util.Optional;

/**
 * Of what one number of one series is made, computed anew when somebody asks.
 *
 * @param span readings from its begin until before its end make the number; of tallies and meters those after its begin up to
 *     its end, because they tell what was counted until then
 * @param number what the readings come to, as in {@link TimeSeries}; empty if there is no believed reading
 * @param leftOut readings that are no part of it
 * @param timedOnArrival how many of the believed readings have the time of their arrival; 0 where that is not known
 * @param level from what it was computed: from the readings as long as they are kept, else from their hours or days
 * @param isComplete whether everything that is stored is in it, see {@link TimeSeries#isComplete}
 */
public record Evidence(
        Series series,
        Interval span,
        Optional<TimeSeries.Point> number,
        LeftOut leftOut,
        int timedOnArrival,
        Level level,
        boolean isComplete) {

    /**
     * Why readings do not count.
     *
     * @param implausible outside the range that is believed at the place
     * @param suspect do not fit to their neighbours in time
     * @param untold one or the other; the single readings are not kept any more, or too many to look at
     */
    public record LeftOut(int implausible, int suspect, int untold) {

        public static final LeftOut NOTHING = new LeftOut(0, 0, 0);

        public int all() {
            return implausible + suspect + untold;
        }
    }
}
