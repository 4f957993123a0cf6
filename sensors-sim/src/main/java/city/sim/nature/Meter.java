package city.sim.nature;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Power and meter of one line into a building. Between nodes half an hour apart the power runs in a straight line with a
 * wave on it that adds up to nothing, so that the meter is its exact integral at any moment. Safe for several threads.
 */
final class Meter {

    /** When the meters were put in; they know nothing of earlier times. */
    static final Instant INSTALLED = Instant.parse("2024-01-01T00:00:00Z");

    private static final double NODE = Remembered.STEP;
    private static final int NODES_A_SUM = 8;
    private static final double ORIGIN = INSTALLED.getEpochSecond();

    private final ToDoubleFunction<Moment> kilowatts;
    private final double firstKilowattHours;
    private final Swaps swaps;
    private final Blackout blackout;
    private final Chance height;
    private final Chance waves;

    /** What was used until every fourth hour since the meter was put in, as far as anybody has asked. */
    private double[] sums = {0};

    private int knownSums = 1;
    private final Map<Double, Double> sinceInstalledAtSwap = new ConcurrentHashMap<>();

    /** When a building has no electricity. */
    record Blackout(double from, double to) {

        static final Blackout NEVER = new Blackout(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean isAt(double t) {
            return from <= t && t < to;
        }
    }

    /**
     * @param kilowatts positive, asked every half an hour
     * @param firstKilowattHours what the meter showed when it was put in
     */
    Meter(
            ToDoubleFunction<Moment> kilowatts,
            double firstKilowattHours,
            Swaps swaps,
            Blackout blackout,
            Chance chance) {
        this.kilowatts = kilowatts;
        this.firstKilowattHours = firstKilowattHours;
        this.swaps = swaps;
        this.blackout = blackout;
        this.height = chance.of("height");
        this.waves = chance.of("waves");
    }

    /** In kW; positive except in a blackout. */
    double power(Moment moment) {
        if (blackout.isAt(moment.seconds())) return 0;
        var position = position(moment.seconds());
        var node = (long) Math.floor(position);
        var part = position - node;
        var here = atNode(node);
        var there = atNode(node + 1);
        return here
                + (there - here) * part
                + heightOfWave(node, here, there) * Math.sin(2 * Math.PI * waves(node) * part);
    }

    /** In kWh; throws IllegalArgumentException for a time before {@link #INSTALLED}. */
    double energy(Moment moment) {
        var t = moment.seconds();
        if (t < ORIGIN) throw new IllegalArgumentException("there was no meter yet");
        var swap = swaps.lastBefore(t);
        if (swap.isEmpty()) return firstKilowattHours + sinceInstalled(t);
        return sinceInstalled(t) - sinceInstalledAtSwap.computeIfAbsent(swap.getAsDouble(), this::sinceInstalled);
    }

    private double sinceInstalled(double t) {
        var lit = used(t);
        if (t <= blackout.from()) return lit;
        return lit - (used(Math.min(t, blackout.to())) - used(blackout.from()));
    }

    /** What would be used without any blackout. */
    private double used(double t) {
        var position = position(t);
        var sum = (int) (position / NODES_A_SUM);
        var node = (long) Math.floor(position);
        var energy = sum(sum);
        var here = atNode((long) sum * NODES_A_SUM);
        for (var n = (long) sum * NODES_A_SUM; n < node; n++) {
            var there = atNode(n + 1);
            energy += kilowattHours(here, there, 1);
            here = there;
        }
        var there = atNode(node + 1);
        var part = position - node;
        var angle = 2 * Math.PI * waves(node);
        var wave = heightOfWave(node, here, there) * (1 - Math.cos(angle * part)) / angle * NODE / 3_600;
        return energy + kilowattHours(here, here + (there - here) * part, part) + wave;
    }

    private synchronized double sum(int index) {
        if (index >= sums.length) sums = Arrays.copyOf(sums, index + 1_000);
        for (; knownSums <= index; knownSums++) {
            var first = (long) (knownSums - 1) * NODES_A_SUM;
            var energy = sums[knownSums - 1];
            for (var n = first; n < first + NODES_A_SUM; n++) energy += kilowattHours(atNode(n), atNode(n + 1), 1);
            sums[knownSums] = energy;
        }
        return sums[index];
    }

    private double atNode(long node) {
        return kilowatts.applyAsDouble(Moment.at(ORIGIN + node * NODE));
    }

    private int waves(long node) {
        return 1 + (int) (8 * waves.uniform(node));
    }

    private double heightOfWave(long node, double here, double there) {
        return 0.15 * height.uniform(node) * Math.min(here, there);
    }

    private static double kilowattHours(double fromKilowatts, double toKilowatts, double nodes) {
        return (fromKilowatts + toKilowatts) / 2 * nodes * NODE / 3_600;
    }

    private static double position(double t) {
        return (t - ORIGIN) / NODE;
    }
}
