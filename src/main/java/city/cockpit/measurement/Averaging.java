package city.cockpit.measurement;

/** Time over which a value is averaged before a norm may judge it. */
public enum Averaging {
    /** The value of the moment. */
    INSTANT,
    /** The mean of the last 60 minutes. */
    HOUR
}
