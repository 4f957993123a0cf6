package city.cockpit.fleet;

/** What can be wrong with a sensor, the most urgent first. The texts are {@code condition.NAME}. */
public enum Condition {
    /** Nothing has come of any of its series for four intervals, or it took its leave. */
    SILENT,
    /** Messages come, but what they say is not taken. */
    REJECTED,
    /** Its clock is wrong. */
    WRONG_CLOCK,
    /** Its values come, but nobody believes them. */
    IMPLAUSIBLE,
    /** Values are overdue, or one of several series has ended. */
    LATE,
    LOW_BATTERY,
    WEAK_RADIO
}
