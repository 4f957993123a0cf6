package city.cockpit.onboarding;

/** How sure the cockpit is of what it proposes, surest first. The texts are {@code sureness.NAME}. */
public enum Sureness {
    /** Name, unit and value fit. */
    SURE,
    /** Name and value fit; the unit is the usual one, since the device names none; or the name fits in parts. */
    LIKELY,
    /** Something speaks against it: nothing is taken over before somebody says so. */
    UNSURE
}
