package city.cockpit.measurement;

import java.util.regex.Pattern;

/** Name of a sensor, unique in this installation and the middle part of its topic {@code city/{sensor}}. */
public record SensorId(String value) implements Comparable<SensorId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public SensorId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not a sensor id: '%.100s'".formatted(value));
    }

    /** Whether the text has the form of a sensor id: 1 to 64 of {@code a-z 0-9 -}, no hyphen in front. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
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
