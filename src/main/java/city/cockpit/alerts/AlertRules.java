package city.cockpit.alerts;

import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Series;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The rules of the town. Every method blocks; what changes something is in the audit trail and holds within seconds. */
public interface AlertRules {

    String ADMINISTRATOR = "ADMINISTRATOR";
    String STAFF = "STAFF";

    /** Whose rule it is. The texts are {@code alerts.origin.NAME}. */
    enum Origin {
        /** As it ships with the cockpit, apart from who is told, from quiet hours, and whether it is on. */
        SHIPPED,
        /** One that ships, but finds something else now. */
        ALTERED,
        /** The town's own. */
        OWN
    }

    /**
     * A rule that is kept, switched on or off.
     *
     * @param changedBy who changed it last; empty of one as it ships with the cockpit
     * @param shipped as it ships with the cockpit; empty of the town's own
     */
    record Kept(Rule rule, Optional<String> changedBy, Optional<Rule> shipped) {

        public Origin origin() {
            return shipped.map(one -> one.findsTheSameAs(rule) ? Origin.SHIPPED : Origin.ALTERED)
                    .orElse(Origin.OWN);
        }
    }

    /** What became of a rule that should be saved. */
    sealed interface Outcome {

        /** It holds from now on, with that version. */
        record Saved(Rule rule) implements Outcome {}

        /** Somebody changed it in between, nothing was done; empty if it was removed. */
        record Overtaken(Optional<Kept> newest) implements Outcome {}
    }

    /** All, most severe first. */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    List<Kept> listRules();

    /** Every series in service: of those a rule can speak. From memory. */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    List<Series> listObserved();

    /** From memory; also one that nothing observes at the moment. */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    Optional<ObservedProperty> findProperty(String key);

    /** One that is not removed. */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    Optional<Kept> find(String key);

    /**
     * Switches a rule on or off. What it found and goes on ends when it is switched off; switched on it begins anew.
     *
     * @param seen the version that was looked at
     * @param by sign-in name of who does it
     * @return false if somebody changed it in between: nothing was done
     */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    boolean turn(String key, int seen, boolean on, String by);

    /**
     * Keeps a rule that is new, with version 0, or changed. Its version is the one that was looked at; a new one gets a key of
     * its own. What it found before and goes on ends, and is found anew if it still is so.
     *
     * @param by sign-in name of who does it
     * @throws IllegalArgumentException the values of that property make no sense over that averaging time
     */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    Outcome save(Rule rule, String by);

    /**
     * Removes a rule of the town's own; what it found and goes on ends, what is past stays.
     *
     * @param seen the version that was looked at
     * @param by sign-in name of who does it
     * @return false if somebody changed it in between: nothing was done
     * @throws IllegalArgumentException the rule ships with the cockpit
     */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    boolean remove(String key, int seen, String by);

    /**
     * Brings a removed rule back as it was.
     *
     * @param seen its version since it was removed, which is one more than before
     * @param by sign-in name of who does it
     * @return false if somebody did so already: nothing was done
     */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    boolean bringBack(String key, int seen, String by);

    /**
     * Makes a rule what it was when it shipped, in every respect, so that newer ones may take its place again.
     *
     * @param seen the version that was looked at
     * @param by sign-in name of who does it
     * @return false if somebody changed it in between, or it does not ship: nothing was done
     */
    @RolesAllowed({ADMINISTRATOR, STAFF})
    boolean setBack(String key, int seen, String by);
}
