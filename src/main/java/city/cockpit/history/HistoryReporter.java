package city.cockpit.history;

/** Tells how much history there is. */
@FunctionalInterface
public interface HistoryReporter {

    /**
     * Blocks for some small questions.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    HistoryReport report();
}
