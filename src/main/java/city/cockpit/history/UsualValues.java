package city.cockpit.history;

import city.cockpit.measurement.Series;
import java.time.Instant;
import java.util.Optional;

/**
 * What is usual at the same hour of the same weekday, from the rollups of the past weeks. Of directions and percentile
 * levels nothing is. Any thread.
 */
public interface UsualValues {

    /** For tiles: from memory, never blocks; empty until it was read, and before enough weeks have passed. */
    Optional<Usual> at(Series series, Instant time);

    /**
     * For charts: blocks for one small query at most, now and then.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    UsualWeek week(Series series);
}
