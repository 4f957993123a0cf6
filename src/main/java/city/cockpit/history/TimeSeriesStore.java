package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import java.time.LocalDate;
import java.util.List;

/**
 * Answers questions about the past from the readings, their hours or their days, whichever is quickest; the numbers are the
 * same. What was stored some seconds ago may still be missing in steps of hours and longer ones. Every method blocks and is
 * safe to call from several threads.
 */
public interface TimeSeriesStore {

    /**
     * One answer for each series, in the order of the question.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    List<TimeSeries> read(TimeSeriesQuery query);

    /**
     * The same in steps that are known already, for example because they stand in an address.
     *
     * @param resolution coarser ones take its place if there are too many readings for it; of hours and days only the newest
     *     {@value TimeSeriesQuery#MOST_POINTS} steps are told
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    List<TimeSeries> read(List<Series> series, Interval span, Resolution resolution);

    /**
     * The levels of each day on which something was measured, oldest first.
     *
     * @param series of sound levels that are averaged as energy
     * @param from first day of the town
     * @param until first day that is not asked for any more
     */
    List<SoundDay> soundDays(Series series, LocalDate from, LocalDate until);
}
