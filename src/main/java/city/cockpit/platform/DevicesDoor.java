package city.cockpit.platform;

/** Where devices come to the broker, as far as the cockpit knows. */
@FunctionalInterface
public interface DevicesDoor {

    /** Cheap; any thread. */
    Door now();

    /**
     * A port of the broker.
     *
     * @param host as the certificate or the settings name it; a name that only servers know, or this machine, where it has
     *     no dot
     * @param onlyThisMachine whether nobody else reaches it
     */
    record Door(String host, int port, boolean encrypted, boolean onlyThisMachine) {}
}
