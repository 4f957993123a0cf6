package city.cockpit.access;

/** What a person is trusted with. A person may hold several; citizens need none. No role contains another. */
public enum Role {
    /** People, sessions, tokens, audit trail, the town's settings, the status of the cockpit. */
    ADMINISTRATOR,
    /** The live cockpit. */
    STAFF,
    /** Sensors, refused messages, the status of the cockpit. */
    TECHNICIAN,
    /** Goals, measures and indicators of the digital strategy. */
    STRATEGY_EDITOR;

    /** The names of the roles for annotations, which take no enum. */
    public static final class Name {
        public static final String ADMINISTRATOR = "ADMINISTRATOR";
        public static final String STAFF = "STAFF";
        public static final String TECHNICIAN = "TECHNICIAN";
        public static final String STRATEGY_EDITOR = "STRATEGY_EDITOR";

        /** Signed in, but with a password that must be changed before anything else. Nobody holds it beside a role. */
        public static final String PASSWORD_TO_CHANGE = "PASSWORD_TO_CHANGE";

        private Name() {}
    }
}
