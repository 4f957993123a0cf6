package city.cockpit.measurement;

/**
 * What is known about a reading besides its value, as independent flags in one small number.
 *
 * @param flags sum of the flags below; 0 is a good reading with its own time
 */
public record Quality(short flags) {

    public static final Quality GOOD = new Quality((short) 0);

    /** The message carried no time, so the reading has the time at which it arrived and a repeat counts twice. */
    public static final Quality TIMED_ON_ARRIVAL = new Quality((short) 1);

    /** Possible in nature, but outside what is plausible there: kept and shown as such, left out of means and headlines. */
    public static final Quality IMPLAUSIBLE = new Quality((short) 2);

    /** Does not fit to its neighbours in time: kept and shown as such, left out of means and headlines. */
    public static final Quality SUSPECT = new Quality((short) 4);

    /** What keeps a reading out of means, sums and headlines. */
    public static final Quality DOUBTFUL = IMPLAUSIBLE.with(SUSPECT);

    public Quality {
        if (flags < 0) throw new IllegalArgumentException("not a sum of quality flags: " + flags);
    }

    /** With the flags of both. */
    public Quality with(Quality other) {
        return new Quality((short) (flags | other.flags));
    }

    /** Whether the value may count in means, sums and headlines. */
    public boolean isPlausible() {
        return (flags & DOUBTFUL.flags) == 0;
    }

    /** Whether every flag of the other quality is set here too. */
    public boolean has(Quality other) {
        return (flags & other.flags) == other.flags;
    }
}
