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

    public Quality {
        if (flags < 0) throw new IllegalArgumentException("not a sum of quality flags: " + flags);
    }

    /** Whether every flag of the other quality is set here too. */
    public boolean has(Quality other) {
        return (flags & other.flags) == other.flags;
    }
}
