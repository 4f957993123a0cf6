package city.cockpit.onboarding;

/** What a technician says of a sensor in words and single numbers. The texts are {@code draft.NAME}. */
public enum DraftField {
    /** Which of the four ways was taken: nothing of the sensor. */
    WAY,
    SAMPLE_TOPIC,
    SAMPLE_TEXT,
    /** The name under which the device's messages stand. */
    SPEAKS_AS,
    FORMAT,
    /** On which a LoRaWAN device tells what it measures; empty for any. */
    PORT,
    TITLE,
    ID,
    KIND,
    MODEL,
    SERIAL,
    SINCE,
    /** Key of a site that is there; empty for a new one. */
    SITE,
    SITE_TITLE,
    DISTRICT,
    ADDRESS,
    LATITUDE,
    LONGITUDE,
    /** {@code true} once somebody said that the place is meant, although it is not in town. */
    OUTSIDE,
    INTERVAL,
    HEIGHT,
    ORIENTATION,
    SURROUNDINGS,
    OWNER,
    CONTACT,
    LICENCE,
    PURPOSE,
    /** {@code true} once somebody has looked. */
    PRIVACY,
    PRIVACY_NOTE,
    METHOD,
    CALIBRATED_ON,
    CALIBRATION,
    SOURCE_CLASS,
    VISIBILITY,
    /** The version of the registered sensor that is changed; empty for a new one. */
    VERSION
}
