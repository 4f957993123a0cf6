package city.cockpit.audit;

import java.util.List;

/** Remembers who did what. Lines are added and never changed. Any thread. */
public interface AuditTrail {

    /** The actor of what the cockpit does by itself. */
    String SYSTEM = "system";

    /**
     * Adds a line, in the transaction of the caller if there is one, so that a deed and its line stand or fall together.
     * Blocks until it is written. Texts longer than the trail keeps are cut, marked by "…".
     *
     * @throws org.springframework.dao.DataAccessException nothing was written
     */
    void record(String actor, Deed deed, String object, List<Change> changes);

    default void record(String actor, Deed deed, String object) {
        record(actor, deed, object, List.of());
    }
}
