package city.sim.faults;

/** What a message may have. */
public enum Fault {
    /** Nothing: a good message with a new time. */
    NONE,
    /** A good message that was sent before, byte by byte the same. */
    REPEAT,
    /** Sensor and time of an earlier message with another value. */
    CONFLICT,
    /** The connection of the sensor ended within the text. */
    TRUNCATED,
    /** A text where a number belongs. */
    WRONG_TYPE,
    /** No JSON at all, not even text. */
    BINARY,
    /** An array in an array in an array. */
    NESTED,
    /** Well-formed, and longer than any sensor has reason for. */
    HUGE,
    /** Nobody registered this sensor. */
    UNKNOWN_SENSOR,
    /** The sensor does not observe this. */
    UNKNOWN_PROPERTY,
    /** Two days ahead. */
    FUTURE,
    /** Less than nothing. */
    IMPOSSIBLE,
    /** A topic below {@code city/} that belongs to no sensor. */
    WRONG_TOPIC
}
