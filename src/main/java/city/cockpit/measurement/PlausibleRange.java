package city.cockpit.measurement;

/**
 * Between which values a reading is believed. What lies outside is kept and shown as implausible. See decision record 0027.
 *
 * @param lowest inclusive; negative infinity where there is no lower end
 * @param highest inclusive; positive infinity where there is no upper end
 */
public record PlausibleRange(double lowest, double highest) {

    public PlausibleRange {
        if (!(lowest < highest))
            throw new IllegalArgumentException("no plausible range: %s to %s".formatted(lowest, highest));
    }

    public boolean contains(double value) {
        return value >= lowest && value <= highest;
    }
}
