package city.sim.nature;

/**
 * Repeatable chance: the same seed, channel and moment always give the same number, in any order of asking. Channels are
 * independent of each other.
 */
record Chance(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** From 0 inclusive to 1 exclusive, evenly spread over the indices. */
    double uniform(String channel, long index) {
        var bits = mix(mix(seed + GOLDEN * channel.hashCode()) + GOLDEN * index);
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** A smooth curve from -1 to 1 that wanders off to somewhere else within one period. */
    double smooth(String channel, double seconds, double periodSeconds) {
        var position = seconds / periodSeconds;
        var index = (long) Math.floor(position);
        var part = position - index;
        var ease = part * part * (3 - 2 * part);
        var here = uniform(channel, index);
        var there = uniform(channel, index + 1);
        return 2 * (here + (there - here) * ease) - 1;
    }

    private static long mix(long bits) {
        var z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
