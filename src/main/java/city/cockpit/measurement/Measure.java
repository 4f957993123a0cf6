package city.cockpit.measurement;

/**
 * What a number is a number of. Only numbers of the same measure may be compared.
 *
 * @param metric key of an observed property, or of a quantity derived from one such as {@code lden} or
 *     {@code parking_free_share}
 * @param ucum unit as a code of the Unified Code for Units of Measure
 */
public record Measure(String metric, Averaging averaging, String ucum) {

    public Measure {
        if (!metric.matches("[a-z][a-z0-9_]{0,31}"))
            throw new IllegalArgumentException("not a metric: '%.100s'".formatted(metric));
        if (ucum.isBlank()) throw new IllegalArgumentException(metric + " has no unit");
    }

    /** The measure of a property's values after averaging. */
    public static Measure of(ObservedProperty property, Averaging averaging) {
        return new Measure(property.key(), averaging, property.unit().ucum());
    }

    /** Throws unless the value is a number of this measure. */
    void check(AveragedValue value) {
        if (!equals(value.measure()))
            throw new IllegalArgumentException("%s cannot be compared with %s".formatted(value.measure(), this));
    }
}
