package city.cockpit.registry;

/** Where a sensor is in its life. The texts are {@code phase.NAME}. */
public enum Phase {
    /** Readings are expected and taken. */
    ACTIVE,
    /** Somebody works on it: readings are taken, but nobody is alarmed when there are none. */
    MAINTENANCE,
    /** Gone: nothing is expected or taken, the past stays. */
    RETIRED
}
