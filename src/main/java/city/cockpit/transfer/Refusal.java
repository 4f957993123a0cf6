package city.cockpit.transfer;

/** Why a value of a file is not stored. The texts are {@code transfer.refusal.NAME}. */
public enum Refusal {
    /** The line has fewer cells than the columns that count. */
    TOO_SHORT,
    /** Nobody said to which series the name in the file belongs, or that series is not registered. */
    UNKNOWN_SERIES,
    /** The time cannot be read. */
    MALFORMED_TIME,
    /** The time names no offset from UTC and falls into the hour that the change to summer time leaves out. */
    SKIPPED_HOUR,
    /** The value is no number. */
    NOT_A_NUMBER,
    /** The unit is not the one of the property. */
    UNIT,
    /** Nature does not allow the value. */
    IMPOSSIBLE_VALUE,
    /** The time lies more than five minutes ahead. */
    IN_FUTURE,
    /** The history would throw the reading away at once. */
    OLDER_THAN_RETENTION,
    /** Series and time are taken by another value, which stays. */
    CONFLICT
}
