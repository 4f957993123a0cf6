package city.cockpit.measurement;

/**
 * Name of a series (OGC: datastream): what one sensor observes of one property, written {@code sensor/property}, for
 * example {@code air-07/pm2_5}.
 */
public record SeriesId(String value) implements Comparable<SeriesId> {

    private static final int LONGEST_KEY = 32;

    public SeriesId {
        if (!isWellFormed(value)) throw new IllegalArgumentException("not a series id: '%.100s'".formatted(value));
    }

    /** Whether a text is the name of a series; registered or not. */
    public static boolean isWellFormed(String text) {
        var slash = text.indexOf('/');
        return slash > 0 && SensorId.isWellFormed(text, slash) && isKey(text, slash + 1);
    }

    private static boolean isKey(String text, int from) {
        var length = text.length() - from;
        if (length < 1 || length > LONGEST_KEY || !isLetter(text.charAt(from))) return false;
        for (var i = from + 1; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (!isLetter(sign) && !(sign >= '0' && sign <= '9') && sign != '_') return false;
        }
        return true;
    }

    private static boolean isLetter(char sign) {
        return sign >= 'a' && sign <= 'z';
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
