package city.cockpit.history;

import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.Map;

/** What was usual at a past hour, of all series at once: for the picture of the city in the past. */
@FunctionalInterface
public interface UsualThen {

    /**
     * What was usual at the hour of that moment, by the weeks before it. Blocks.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Map<SeriesId, Usual> usualAt(Instant time);
}
