package city.cockpit.history;

/** What an answer is computed from. */
public enum Level {
    /** The readings themselves. */
    RAW,
    /** The rollups of each hour. */
    HOUR,
    /** The rollups of each day of the town. */
    DAY
}
