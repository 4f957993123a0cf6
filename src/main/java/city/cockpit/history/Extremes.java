package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** How far believed readings went, without reading them one by one: whoever looks for something far out asks this first. */
public interface Extremes {

    /**
     * Of one series.
     *
     * @param newest when the newest of the readings was observed
     */
    record Extreme(double lowest, double highest, Instant newest) {}

    /** Of each series with believed readings in the span. Blocks; any thread. */
    Map<SeriesId, Extreme> of(Collection<Series> series, Interval span);
}
