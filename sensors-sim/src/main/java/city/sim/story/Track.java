package city.sim.story;

import city.sim.nature.Chance;
import city.sim.nature.DemoCity;
import city.sim.nature.Sensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One kind of mishap that wanders through the town: at most one sensor has it at a time, for a while that is sometimes
 * shorter and sometimes longer, then the next one.
 */
final class Track {

    private final List<Sensor> candidates;
    private final double usualSeconds;
    private final double likely;
    private final Chance border;
    private final Chance happens;
    private final Chance whom;

    /**
     * One sensor's turn, in seconds since 1970.
     *
     * @param from inclusive
     * @param to exclusive
     * @param luck from 0 to 1, for what differs from one to the next
     */
    record Episode(double from, double to, double luck) {

        /** From 0 at the beginning to 1 at the end. */
        double progress(double t) {
            return (t - from) / (to - from);
        }
    }

    /**
     * @param usualSeconds of one episode, which is between 0.4 and 1.6 times as long
     * @param likely how much of the time somebody has it
     * @param canHappenTo which sensors
     */
    Track(double usualSeconds, double likely, Predicate<Sensor> canHappenTo, Chance chance) {
        this.candidates = DemoCity.sensors().stream().filter(canHappenTo).toList();
        this.usualSeconds = usualSeconds;
        this.likely = likely;
        this.border = chance.of("border");
        this.happens = chance.of("happens");
        this.whom = chance.of("whom");
    }

    /** The episode of this sensor at the time; empty if it is not its turn. */
    Optional<Episode> of(Sensor sensor, double t) {
        var number = (long) Math.floor(t / usualSeconds);
        if (t < begin(number)) number--;
        if (happens.uniform(number) >= likely || !candidate(number).equals(sensor.name())) return Optional.empty();
        return Optional.of(new Episode(begin(number), begin(number + 1), happens.uniform(~number)));
    }

    private String candidate(long number) {
        return candidates.get((int) (whom.uniform(number) * candidates.size())).name();
    }

    private double begin(long number) {
        return (number + 0.6 * border.uniform(number)) * usualSeconds;
    }
}
