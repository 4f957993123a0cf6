package city.cockpit.measurement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a reader needs to know of a device to judge its values. Pages say where something is not known.
 *
 * @param method how it measures, in words; empty if nobody said
 * @param heightMetres of the inlet or microphone above ground; of a gauge empty
 * @param calibratedOn the last time
 * @param calibration how and by whom, in words; empty if nobody said
 */
public record SensorFacts(
        String method,
        OptionalDouble heightMetres,
        Optional<SourceClass> sourceClass,
        Optional<LocalDate> calibratedOn,
        String calibration) {

    public static final int LONGEST_TEXT = 200;
    public static final double LOWEST = -100;
    public static final double HIGHEST = 500;

    /** Nobody has said anything. */
    public static final SensorFacts UNKNOWN =
            new SensorFacts("", OptionalDouble.empty(), Optional.empty(), Optional.empty(), "");

    /** With what the other knows where this one knows nothing. */
    public SensorFacts or(SensorFacts other) {
        return new SensorFacts(
                method.isEmpty() ? other.method : method,
                heightMetres.isPresent() ? heightMetres : other.heightMetres,
                sourceClass.or(other::sourceClass),
                calibratedOn.or(other::calibratedOn),
                calibration.isEmpty() ? other.calibration : calibration);
    }

    public SensorFacts {
        if (method.length() > LONGEST_TEXT || calibration.length() > LONGEST_TEXT)
            throw new IllegalArgumentException("more than %d characters".formatted(LONGEST_TEXT));
        if (heightMetres.isPresent()
                && !(heightMetres.getAsDouble() >= LOWEST && heightMetres.getAsDouble() <= HIGHEST))
            throw new IllegalArgumentException("height_m is " + heightMetres.getAsDouble());
    }
}
