package city.cockpit.alerts;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The rules of the town. Every method blocks; what changes something is in the audit trail and holds within seconds. */
public interface AlertRules {

    String ADMINISTRATOR = "ADMINISTRATOR";
    String STAFF = "STAFF";

    /**
     * A rule that is kept, switched on or off.
     *
     * @param changedBy who changed it last; empty of one as it ships with the cockpit
     */
    record Kept(Rule rule, Optional<String> changedBy) {}

    /** All, most severe first. */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    List<Kept> listRules();

    /**
     * Switches a rule on or off. What it found and goes on ends when it is switched off; switched on it begins anew.
     *
     * @param seen the version that was looked at
     * @param by sign-in name of who does it
     * @return false if somebody changed it in between: nothing was done
     */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    boolean turn(String key, int seen, boolean on, String by);
}
