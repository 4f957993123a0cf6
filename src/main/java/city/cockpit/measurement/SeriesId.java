package city.cockpit.measurement;

import java.util.regex.Pattern;

/**
 * Name of a series (OGC: datastream): what one sensor observes of one property, written {@code sensor/property}, for
 * example {@code air-07/pm2_5}.
 */
public record SeriesId(String value) implements Comparable<SeriesId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}/[a-z][a-z0-9_]{0,31}");

    public SeriesId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not a series id: '%.100s'".formatted(value));
    }

    /** Whether a text is the name of a series; registered or not. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** The series of a sensor for a property key such as {@code pm2_5}. */
    public static SeriesId of(SensorId sensor, String propertyKey) {
        return new SeriesId(sensor.value() + "/" + propertyKey);
    }

    public SensorId sensor() {
        return new SensorId(value.substring(0, value.indexOf('/')));
    }

    /** Key of the observed property, for example {@code pm2_5}. */
    public String propertyKey() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public int compareTo(SeriesId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
