package city.sim.nature;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of time in steps of half an hour, worked out once for each step and kept: for what many sensors ask again
 * and again. Safe for several threads.
 */
final class Remembered {

    static final double STEP = 1_800;

    private final DoubleUnaryOperator law;
    private final Map<Long, Double> known = new ConcurrentHashMap<>();

    /** @param law of seconds since 1970 */
    Remembered(DoubleUnaryOperator law) {
        this.law = law;
    }

    /** At the beginning of a step; steps are counted from 1970. */
    double at(long step) {
        return known.computeIfAbsent(step, known -> law.applyAsDouble(known * STEP));
    }

    static long stepOf(double seconds) {
        return (long) Math.floor(seconds / STEP);
    }
}
