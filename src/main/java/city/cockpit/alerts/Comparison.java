package city.cockpit.alerts;

/** On which side of its bound a value is beyond it. The texts are {@code rule.comparison.NAME}. */
public enum Comparison {
    /** More than the bound. */
    ABOVE,
    /** The bound or more. */
    FROM,
    /** Less than the bound. */
    BELOW,
    /** The bound or less. */
    AT_MOST;

    /** Whether more of the value is worse. */
    public boolean isUpward() {
        return this == ABOVE || this == FROM;
    }

    boolean holds(double value, double bound) {
        return switch (this) {
            case ABOVE -> value > bound;
            case FROM -> value >= bound;
            case BELOW -> value < bound;
            case AT_MOST -> value <= bound;
        };
    }

    /** The bound that has to be left again before it is over. */
    double relaxed(double bound, double hysteresis) {
        return isUpward() ? bound - hysteresis : bound + hysteresis;
    }

    /** The one of two values that is further beyond. */
    double worse(double one, double other) {
        return isUpward() ? Math.max(one, other) : Math.min(one, other);
    }
}
