package city.cockpit.town;

/** The parts of a {@link TownProfile} that two administrators can change side by side. */
public enum TownPart {
    NAME,
    ZONE,
    ACCENT,
    ARMS,
    BOUNDARY,
    CONTACT,
    TEXTS,
    LICENCE
}
