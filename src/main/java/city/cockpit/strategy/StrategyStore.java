package city.cockpit.strategy;

import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.util.List;
import java.util.Optional;

/** The versions of the strategy at rest. Every method blocks; any thread. */
interface StrategyStore {

    Optional<StrategyVersion> findNewest();

    Optional<StrategyVersion> find(long number);

    /** All steps, oldest first. */
    List<Step> listSteps();

    /** All versions without what is in them, newest first. */
    List<VersionLine> listVersions();

    /**
     * Adds the version that follows the newest, with a line in the audit trail. Returns false and changes nothing if it
     * does not follow.
     */
    boolean add(StrategyVersion next, Deed deed, String object, List<Change> changes);

    /**
     * Adds a step unless somebody added another since, with a line in the audit trail.
     *
     * @param seen how many steps there were
     */
    boolean add(int seen, Step next, Deed deed, String object);
}
