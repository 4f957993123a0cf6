package city.cockpit.town;

import java.util.Optional;

/** The versions of the town's settings at rest. */
interface TownStore {

    /** How many versions are kept; the newest stay. */
    int KEPT = 20;

    Optional<SavedTown> findNewest();

    Optional<SavedTown> find(long version);

    /** Adds the version that follows the newest, with its arms. Returns false and changes nothing if it does not follow. */
    boolean add(SavedTown next);

    /** Arms of any version that is kept. */
    Optional<ArmsImage> findArms(String key);
}
