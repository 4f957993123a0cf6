package city.sim.nature;

import java.util.OptionalDouble;

/**
 * When a meter is changed for a new one that starts at nothing. The town changes one of its meters each month, in turn,
 * at ten in the morning of the 12th day of a thirty-day round.
 *
 * @param turn which meter this is, from 0
 * @param meters how many take turns
 */
record Swaps(int turn, int meters) {

    private static final double ROUND = 30 * 86_400;
    private static final double WITHIN_ROUND = 12 * 86_400 + 9 * 3_600;
    private static final double ORIGIN = Meter.INSTALLED.getEpochSecond();

    /** The last swap at or before the time, in seconds since 1970. */
    OptionalDouble lastBefore(double t) {
        var round = (long) Math.floor((t - ORIGIN - WITHIN_ROUND) / ROUND);
        var mine = round - Math.floorMod(round - turn, (long) meters);
        return mine < 0 ? OptionalDouble.empty() : OptionalDouble.of(ORIGIN + mine * ROUND + WITHIN_ROUND);
    }
}
