package city.cockpit.ingest;

/** Why a reading was not taken. The words for people belong to the screens. */
public enum RejectReason {
    /** The topic is neither {@code city/{sensor}} nor {@code city/{sensor}/status}. */
    UNKNOWN_TOPIC,
    /** The message is in no format the cockpit reads. */
    MALFORMED,
    /** The message is larger than allowed, or holds too many readings. */
    OVERSIZED,
    /** No sensor of that name is registered. */
    UNKNOWN_SENSOR,
    /** The sensor has no series for that property. */
    UNKNOWN_PROPERTY,
    /** The unit is not the one of the property. */
    UNIT,
    /** The value is no finite number. */
    NOT_A_NUMBER,
    /** Nature does not allow the value. */
    IMPOSSIBLE_VALUE,
    /** The time cannot be read or lacks its offset from UTC. */
    MALFORMED_TIME,
    /** The time lies more than five minutes ahead. */
    IN_FUTURE,
    /** The time lies before 1970. */
    BEFORE_1970,
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
