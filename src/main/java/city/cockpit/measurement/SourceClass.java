package city.cockpit.measurement;

/** How a device measures in the eyes of the law, best first: with that its values may be compared or not. */
public enum SourceClass {
    /** A station of an authority, by the method that the law prescribes. */
    OFFICIAL,
    /** A device of the town that is looked after. */
    MUNICIPAL,
    /** An inexpensive device that shows tendencies. */
    INDICATIVE,
    /** A device of citizens. */
    CITIZENS
}
