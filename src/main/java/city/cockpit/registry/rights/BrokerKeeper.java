package city.cockpit.registry.rights;

/** Tells a broker outside this process what is kept here; without one there is nothing to tell. */
interface BrokerKeeper {

    /**
     * Tells it an account with its new password, and waits for the answer for a few seconds at most.
     *
     * @return whether it has understood
     */
    boolean give(AccountRow account, String password);

    BrokerStanding standing();

    /** The embedded broker asks by itself. */
    record Embedded() implements BrokerKeeper {

        @Override
        public boolean give(AccountRow account, String password) {
            return true;
        }

        @Override
        public BrokerStanding standing() {
            return new BrokerStanding.Embedded();
        }
    }
}
