package city.cockpit.sitefacts;

/** Bays of a car park that are not for everybody; in the order in which they are named. */
public enum SpecialBay {
    DISABLED(FactKind.BAYS_DISABLED, "parking_free_disabled"),
    CHARGING(FactKind.BAYS_CHARGING, "parking_free_charging"),
    WOMEN(FactKind.BAYS_WOMEN, "parking_free_women"),
    FAMILY(FactKind.BAYS_FAMILY, "parking_free_family");

    private final FactKind count;
    private final String property;

    SpecialBay(FactKind count, String property) {
        this.count = count;
        this.property = property;
    }

    /** The fact that tells how many there are. */
    public FactKind count() {
        return count;
    }

    /** Key of the observed property that tells how many of them are free, where somebody measures it. */
    public String property() {
        return property;
    }
}
