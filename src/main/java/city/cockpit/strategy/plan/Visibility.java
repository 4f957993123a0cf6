package city.cockpit.strategy.plan;

/** Who may see a part of the strategy once it is published. Until then only staff does. */
public enum Visibility {
    INTERNAL,
    /** Members of the council and the administration. */
    COUNCIL,
    PUBLIC;

    /** Whether that circle sees it. {@link #PUBLIC} as a circle are citizens, {@link #INTERNAL} the administration. */
    public boolean isOpenTo(Visibility circle) {
        return compareTo(circle) >= 0;
    }
}
