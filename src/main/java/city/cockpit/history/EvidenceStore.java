package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Shows of what a number is made. Nothing is stored for it: every answer is computed from what history knows now, so that
 * late, corrected and newly doubted readings show. Every method blocks and is safe to call from several threads.
 */
public interface EvidenceStore {

    /**
     * What the readings of any span come to; empty if the readings themselves are not kept any more, or too many, and the
     * span is no hour, day, week, month or year of the town.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Optional<Evidence> over(Series series, Interval span);

    /**
     * The reading of exactly that moment, with the doubts that there are about it now; empty if there is none, or none any
     * more.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Optional<Reading> reading(Series series, Instant at);

    /**
     * The newest believed reading of each series at that moment or before; those without one are left out.
     *
     * @param series at most {@link TimeSeriesQuery#MOST_SERIES}
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Map<SeriesId, Reading> believedAt(Collection<Series> series, Instant moment);
}
