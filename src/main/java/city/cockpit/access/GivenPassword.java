package city.cockpit.access;

import java.util.Optional;

/**
 * The password that the cockpit made for an administrator and keeps in a file until the administrator has chosen
 * another one. For whoever starts the cockpit. Blocks; any thread.
 */
public interface GivenPassword {

    /** Empty once it has been changed. */
    Optional<Given> findGiven();

    /**
     * The password itself is in the file.
     *
     * @param name whose it is
     */
    record Given(SignInName name, Occasion occasion) {}

    /** Why there is such a password. */
    enum Occasion {
        /** This start made the first administrator. */
        FIRST_START,
        /** This start was told to make a new password, as will be every other one that is told so. */
        ASKED,
        /** An earlier start made it. */
        BEFORE
    }
}
