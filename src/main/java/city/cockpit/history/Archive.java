package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import java.util.List;
import java.util.function.Consumer;

/** Readings in bulk: for taking over and handing out whole histories. Every method blocks; any thread. */
public interface Archive {

    /**
     * Stores readings as {@link ReadingStore#append} does, and does something else in the same transaction: both are
     * durable afterwards or neither is.
     *
     * @param readings of registered series, in any order; none is allowed, then only the other thing is done
     * @param beside gets what became of the readings; what it throws undoes everything
     * @throws org.springframework.dao.DataAccessException nothing was stored and the whole call may be repeated
     * @throws city.cockpit.measurement.UnknownSeriesException a series is not registered; nothing was stored
     */
    Appended append(List<Reading> readings, Consumer<Appended> beside);

    /** What {@link #append} would do with them now. Stores nothing. */
    Appended foresee(List<Reading> readings);

    /**
     * The first readings of the series in the span, oldest first, flagged ones too.
     *
     * @param most from 1
     */
    List<Reading> listFirst(Series series, Interval span, int most);
}
