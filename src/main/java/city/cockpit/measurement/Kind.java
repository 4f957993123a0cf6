package city.cockpit.measurement;

/** How values of an observed property combine over time: the one place that says it. See decision record 0033. */
public enum Kind {
    /** A quantity that has a value at every moment; averaged arithmetically. */
    LEVEL,
    /** A number of things there at the moment, such as free spaces; averaged arithmetically, adds up over places. */
    COUNT,
    /** A number of events in the interval that ends at the phenomenon time; adds up over time and over places. */
    TALLY,
    /** A counter that only grows; what counts is the difference between two readings, also across a reset or a swap. */
    METER,
    /** A sound level in decibels that is a mean itself (LAeq); averaged as energy, weighted by duration. */
    DECIBEL,
    /** The highest level of an interval (LAFmax); of several the highest counts. */
    MAXIMUM,
    /** A level that was exceeded for a part of an interval (L10, L90); never averaged, because several make no other. */
    PERCENTILE,
    /** Degrees clockwise from north; averaged as directions of unit vectors. */
    DIRECTION,
    /** Whether something is so, 1 or 0; the last one holds, over time it is the share of time in which it was so. */
    STATE
}
