package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is usual at the same hour of the same weekday, from the rollups of the past weeks. Of directions and percentile
 * levels nothing is. Any thread.
 */
public interface UsualValues {

    /**
     * For charts: blocks for one small query at most, now and then.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    UsualWeek week(Series series);

    /**
     * For whoever wants to see it proved: the hours on which rests what is usual at the hour of that moment, newest first.
     * Blocks.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    List<PastHour> past(Series series, Instant time);

    /** What {@link #past} comes to; empty of too few weeks. */
    Optional<Usual> of(List<PastHour> past);

    /**
     * What was usual at each hour of the span, by the weeks before that hour, under its begin; without hours of which too few
     * weeks are known. Blocks for one question.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Map<Instant, Usual> course(Series series, Interval span);
}
