package city.cockpit.access.watch;

import java.time.Instant;

/** Something to look after. Every bean of this type is called every two seconds, all on one thread. */
public interface Round {

    /**
     * One look; what it does with the database is to be one statement as a rule. While the database is away it is called
     * all the same.
     *
     * @throws org.springframework.dao.DataAccessException it will be tried again with the next look
     */
    void look(Instant now);

    /** The last look, before the cockpit ends. */
    default void leave(Instant now) {
        look(now);
    }
}
