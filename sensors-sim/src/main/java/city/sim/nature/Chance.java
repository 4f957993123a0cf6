package city.sim.nature;

/**
 * Repeatable chance: the same seed, channels and index always give the same number, in any order of asking. Channels are
 * independent of each other.
 */
public record Chance(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A channel of its own within this one. Worth keeping: the name is looked at only here. */
    public Chance of(String channel) {
        return new Chance(mix(seed + GOLDEN * channel.hashCode()));
    }

    /** From 0 inclusive to 1 exclusive, evenly spread over the indices. */
    public double uniform(long index) {
        return (mix(seed + GOLDEN * index) >>> 11) * 0x1.0p-53;
    }

    /** A smooth curve from -1 to 1 that wanders off to somewhere else within one period. */
    public double smooth(double seconds, double periodSeconds) {
        var position = seconds / periodSeconds;
        var index = (long) Math.floor(position);
        var part = position - index;
        var ease = part * part * (3 - 2 * part);
        var here = uniform(index);
        return 2 * (here + (uniform(index + 1) - here) * ease) - 1;
    }

    /** How many of independent events happen when so many are to be expected. */
    int count(long index, double expected) {
        var left = uniform(index);
        var probability = Math.exp(-expected);
        var count = 0;
        while (left >= probability && probability > 0) {
            left -= probability;
            count++;
            probability *= expected / count;
        }
        return count;
    }

    private static long mix(long bits) {
        var z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
