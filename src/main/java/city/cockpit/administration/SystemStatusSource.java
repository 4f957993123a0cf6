package city.cockpit.administration;

/** Where the status page asks. */
@FunctionalInterface
interface SystemStatusSource {

    /** Cheap and never blocks for long; any thread. */
    SystemStatus now();
}
