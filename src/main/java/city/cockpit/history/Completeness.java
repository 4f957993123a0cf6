package city.cockpit.history;

import city.cockpit.measurement.Series;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;

/** For how much of the time there are values. Blocks; any thread. */
public interface Completeness {

    /**
     * The shares of every series that was ever measured, by its number, from one question to the database however many there
     * are.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    Map<Integer, Shares> of(Collection<Series> series);

    /**
     * Parts of time for which there are believed readings, 0 to 1. Nothing counts before the first reading of all.
     *
     * @param day of the last 24 full hours; empty before there was one
     * @param week of the last 7 full days of the town; empty before there was one
     * @param month of the last 30 full days of the town; empty before there was one
     */
    record Shares(OptionalDouble day, OptionalDouble week, OptionalDouble month) {

        /** Nothing is known yet. */
        public static final Shares NONE =
                new Shares(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
}
