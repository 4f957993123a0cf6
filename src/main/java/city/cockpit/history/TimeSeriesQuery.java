package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import java.util.List;

/**
 * What somebody wants to know of the past.
 *
 * @param series one or several, which share the time axis, at most {@value #MOST_SERIES}
 * @param span any length
 * @param points about how many points a series there shall be, from 1 to {@value #MOST_POINTS}
 */
public record TimeSeriesQuery(List<Series> series, Interval span, int points) {

    /** No answer has more points of one series. */
    public static final int MOST_POINTS = 2_000;

    public static final int MOST_SERIES = 100;

    public TimeSeriesQuery {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > MOST_SERIES)
            throw new IllegalArgumentException("a question about %d series".formatted(series.size()));
        if (points < 1 || points > MOST_POINTS)
            throw new IllegalArgumentException("a question for %d points".formatted(points));
    }
}
