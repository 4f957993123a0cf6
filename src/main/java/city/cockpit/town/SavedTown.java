package city.cockpit.town;

import java.time.Instant;

/**
 * One version of the town's settings.
 *
 * @param version 0 is what the cockpit assumes before anybody saved
 * @param savedAt meaningless for version 0
 * @param savedBy name of the account; empty for version 0
 */
public record SavedTown(long version, TownProfile profile, Instant savedAt, String savedBy) {

    /** Whether an administrator set the town up. */
    public boolean isSetUp() {
        return version > 0;
    }
}
