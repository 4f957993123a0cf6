package city.cockpit.measurement;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * From which field of a device's messages a series takes its values, and how.
 *
 * @param field JSON Pointer (RFC 6901) such as {@code /BME280/Temperature}; empty for a message that is nothing but a number
 * @param scale the value is multiplied by it, after a change of unit; not 0
 * @param offset is added then, in the unit of the property
 * @param missing raw values by which the maker says that there is none
 */
public record Feed(String field, double scale, double offset, Set<Double> missing) {

    public static final int LONGEST_FIELD = 200;

    public Feed {
        if (field.length() > LONGEST_FIELD || !(field.isEmpty() || field.startsWith("/")))
            throw new IllegalArgumentException("not a JSON Pointer: '%.100s'".formatted(field));
        if (!Double.isFinite(scale) || scale == 0 || !Double.isFinite(offset))
            throw new IllegalArgumentException("not a scale: %s × value + %s".formatted(scale, offset));
        missing = Set.copyOf(missing);
    }

    /** The value as it stands there. */
    public static Feed of(String field) {
        return new Feed(field, 1, 0, Set.of());
    }

    /**
     * What the series observes; empty if the raw value means that nothing was measured.
     *
     * @param raw as the device says it
     * @param converted the same in the unit of the property
     */
    public OptionalDouble value(double raw, double converted) {
        return missing.contains(raw) ? OptionalDouble.empty() : OptionalDouble.of(scale * converted + offset);
    }
}
