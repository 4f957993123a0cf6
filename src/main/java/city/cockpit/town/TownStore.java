package city.cockpit.town;

import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.util.List;
import java.util.Optional;

/** The versions of the town's settings at rest. */
interface TownStore {

    /** How many versions are kept; the newest stay. */
    int KEPT = 20;

    Optional<SavedTown> findNewest();

    Optional<SavedTown> find(long version);

    /**
     * Adds the version that follows the newest, with its arms and a line in the audit trail. Returns false and changes
     * nothing if it does not follow.
     */
    boolean add(SavedTown next, Deed deed, List<Change> changes);

    /** Arms of any version that is kept. */
    Optional<ArmsImage> findArms(String key);
}
