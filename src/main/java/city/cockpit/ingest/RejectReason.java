package city.cockpit.ingest;

/** Why a reading was not taken. The words for people belong to the screens. */
public enum RejectReason {
    /** The topic is none that its connection knows, as {@code city/{sensor}} and {@code city/{sensor}/status} are. */
    UNKNOWN_TOPIC,
    /** The message is in no format the cockpit reads. */
    MALFORMED,
    /** The message or its topic is larger than allowed, or holds too many readings. */
    OVERSIZED,
    /** No sensor of that name is registered. */
    UNKNOWN_SENSOR,
    /** The sensor has no series for that property, or for any of the fields that its device sends. */
    UNKNOWN_PROPERTY,
    /** The device speaks on another port (LoRaWAN FPort) than the one that is registered. */
    WRONG_PORT,
    /** The unit does not measure what the property is. */
    UNIT,
    /** The value is no finite number. */
    NOT_A_NUMBER,
    /** Nature does not allow the value. */
    IMPOSSIBLE_VALUE,
    /** The time cannot be read. */
    MALFORMED_TIME,
    /** The time names no offset from UTC and falls into the hour that the change to summer time leaves out. */
    SKIPPED_HOUR,
    /** The time lies more than five minutes ahead. */
    IN_FUTURE,
    /** The time lies so far back that the history would throw the reading away at once. */
    OLDER_THAN_RETENTION,
    /** A retained message without a time of its own says nothing about now. */
    RETAINED_WITHOUT_TIME,
    /** Series and time are taken by another value. */
    CONFLICT,
    /** The database does not accept the reading. */
    NOT_STORABLE,
    /** A message of QoS 0 came while all room for waiting messages was taken. */
    OVERFLOW,
    /** The cockpit failed on the message: a defect. */
    DEFECT
}
