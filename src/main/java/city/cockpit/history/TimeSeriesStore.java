package city.cockpit.history;

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
     * The levels of each day on which something was measured, oldest first.
     *
     * @param series of sound levels that are averaged as energy
     * @param from first day of the town
     * @param until first day that is not asked for any more
     */
    List<SoundDay> soundDays(Series series, LocalDate from, LocalDate until);
}
