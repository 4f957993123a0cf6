package city.cockpit.strategy.measured;

import java.util.Collection;
import java.util.OptionalDouble;

/** Means of sound levels: always of their energy, never of the decibels. */
final class SoundMean {

    private SoundMean() {}

    static OptionalDouble of(Collection<Double> levels) {
        var energy =
                levels.stream().mapToDouble(level -> Math.pow(10, level / 10)).average();
        return energy.isPresent() ? OptionalDouble.of(10 * Math.log10(energy.getAsDouble())) : energy;
    }

    /** By the formula of Directive 2002/49/EC, Annex I. */
    static double lden(double day, double evening, double night) {
        return 10
                * Math.log10((12 * Math.pow(10, day / 10)
                                + 4 * Math.pow(10, (evening + 5) / 10)
                                + 8 * Math.pow(10, (night + 10) / 10))
                        / 24);
    }
}
