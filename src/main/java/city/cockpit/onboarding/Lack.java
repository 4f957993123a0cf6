package city.cockpit.onboarding;

/** Why a draft is no sensor yet. The texts are {@code lack.NAME}. */
public enum Lack {
    MISSING,
    NO_NUMBER,
    NO_DAY,
    /** The number is one that this cannot be. */
    OUT_OF_RANGE,
    TOO_LONG,
    /** It has signs that nobody can see. */
    SIGNS,
    /** A name in addresses and topics has small letters, digits and hyphens only. */
    FORM,
    /** The cockpit does not read that format. */
    NO_FORMAT,
    TAKEN,
    /** The device is registered as a sensor already. */
    REGISTERED,
    /** Nobody said where it hangs. */
    NO_PLACE,
    /** The place is not in town, and nobody said that it is meant. */
    OUTSIDE,
    /** Nothing is to be observed. */
    NOTHING,
    /** Two fields are to feed the same property. */
    TWICE,
    /** Nobody has looked yet whether the device tells anything of people. */
    PRIVACY
}
