package city.sim.story;

/** Whether a sensor can be heard. */
public enum Presence {
    ONLINE,
    /** Says nothing, and its connection looks as if nothing were wrong. */
    SILENT,
    /** Says nothing, and the broker has spoken its last will. */
    OFFLINE
}
