package city.cockpit.measurement;

import java.util.Locale;
import java.util.Optional;

/** Name of a sensor, unique in this installation and the middle part of its topic {@code city/{sensor}}. */
public record SensorId(String value) implements Comparable<SensorId> {

    private static final int LONGEST = 64;

    public SensorId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not a sensor id: '%.100s'".formatted(value));
    }

    /** Whether the text has the form of a sensor id: 1 to 64 of {@code a-z 0-9 -}, no hyphen in front. */
    public static boolean isWellFormed(String text) {
        return isWellFormed(text, text.length());
    }

    /** The id that is written so; empty if the text has not its form. */
    public static Optional<SensorId> find(String text) {
        return isWellFormed(text) ? Optional.of(new SensorId(text)) : Optional.empty();
    }

    /**
     * The id under which a device is known that calls itself so: in small letters, with a hyphen for each of {@code _ . :},
     * as in DevEUIs, addresses of network cards and names that makers give; empty if that is none either.
     */
    public static Optional<SensorId> ofDevice(String name) {
        if (isWellFormed(name)) return Optional.of(new SensorId(name));
        return find(name.toLowerCase(Locale.ROOT)
                .replace('_', '-')
                .replace('.', '-')
                .replace(':', '-'));
    }

    /** Asked with every reading, so by hand: a regular expression took a tenth of the interpretation. */
    static boolean isWellFormed(String text, int length) {
        if (length < 1 || length > LONGEST || text.charAt(0) == '-') return false;
        for (var i = 0; i < length; i++) {
            var sign = text.charAt(i);
            if (!((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-')) return false;
        }
        return true;
    }

    @Override
    public int compareTo(SensorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
