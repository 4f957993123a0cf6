package city.cockpit.measurement;

/**
 * A number that knows over which time it was averaged: the only form in which a threshold accepts a value.
 *
 * @param value finite, in the unit of the measure
 */
public record AveragedValue(Measure measure, double value) {

    public AveragedValue {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("not a finite value: " + value);
    }

    public static AveragedValue of(ObservedProperty property, Averaging averaging, double value) {
        return new AveragedValue(Measure.of(property, averaging), value);
    }
}
