package city.cockpit.history;

import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.Map;

/** What power and energy had come to on a past day, of all series at once: for the picture of the city in the past. */
@FunctionalInterface
public interface TodayThen {

    /**
     * The day up to that full hour. Blocks.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Map<SeriesId, Today> dayUntil(Instant until);
}
