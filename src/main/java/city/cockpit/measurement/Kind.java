package city.cockpit.measurement;

/** How values of an observed property combine over time. */
public enum Kind {
    /** A quantity that has a value at every moment; averaged arithmetically. */
    LEVEL,
    /** A number of things there at the moment, such as free spaces; averaged arithmetically, adds up over places. */
    COUNT,
    /** A number of events in the interval that ends at the phenomenon time; adds up over time and over places. */
    TALLY,
    /** A counter that only grows; what counts is the difference between two readings. */
    METER,
    /** A sound level in decibels; averaged as energy. */
    DECIBEL,
    /** Degrees clockwise from north; averaged as directions of unit vectors. */
    DIRECTION,
    /** A state as a number; the last one holds. */
    STATE
}
