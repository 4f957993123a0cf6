package city.cockpit.alerts;

import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** Tries rules against what is stored before they hold. */
public interface RuleTrials {

    String ADMINISTRATOR = "ADMINISTRATOR";
    String STAFF = "STAFF";

    /** Who waits for a trial. Called on the thread of the trial. */
    interface Onlooker {

        /** Told several times how much is done, from 0 to 1. */
        void done(double share);

        /** Whether anybody still wants to know. */
        boolean isWaiting();
    }

    /**
     * Looks at the last 30 days as if the rule had held all the time; nothing is kept and nobody is told. Blocks for seconds;
     * two at once, others wait.
     *
     * @return empty if nobody waits for it any more
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    Optional<Trial> attempt(Rule rule, Onlooker onlooker);
}
