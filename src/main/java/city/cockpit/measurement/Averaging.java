package city.cockpit.measurement;

/** Time over which a value was averaged. A value may only be compared with a threshold of the same averaging. */
public enum Averaging {
    /** The value of the moment. */
    INSTANT,
    /** A gust: the highest mean of three seconds. */
    THREE_SECONDS,
    TEN_MINUTES,
    FIFTEEN_MINUTES,
    /** The mean of 60 minutes. */
    HOUR,
    /** The lowest of the means of three consecutive hours: what must be exceeded in each of them. */
    THREE_HOURS_EACH,
    /** The sum of six hours. */
    SIX_HOURS,
    /** The highest mean of eight hours in a calendar day. */
    EIGHT_HOURS,
    /** The mean of the last 24 hours, taken each hour. */
    MOVING_DAY,
    /** The mean of a calendar day. */
    DAY,
    /** The rating level of a day, 6 to 22 o'clock. */
    DAY_6_22,
    /** The rating level of a night, 22 to 6 o'clock. */
    NIGHT_22_6,
    /** The mean over the six consecutive months in which it is highest. */
    PEAK_SEASON,
    CALENDAR_YEAR
}
