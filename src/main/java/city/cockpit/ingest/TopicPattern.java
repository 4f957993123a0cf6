package city.cockpit.ingest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a topic names its sensor: levels as in a topic filter of MQTT, one of which is <code>{sensor}</code>, for example
 * <code>messnetz/+/{sensor}/werte</code>. Ends it on <code>{sensor}/status</code>, the sensor tells there whether it is
 * online or offline.
 */
public final class TopicPattern {

    public static final int LONGEST = 200;

    /** Stands at the level that names the sensor. */
    public static final String SENSOR = "{sensor}";

    private static final String ANY = "+";
    private static final String REST = "#";
    private static final String STATUS = "status";

    private final String text;
    private final List<String> levels;
    private final boolean status;

    /** @throws IllegalArgumentException it is none, see {@link #isPattern} */
    public TopicPattern(String text) {
        if (!isPattern(text)) throw new IllegalArgumentException("not a pattern of topics: '%.100s'".formatted(text));
        this.text = text;
        levels = List.of(text.split("/", -1));
        status = levels.size() > 1
                && levels.getLast().equals(STATUS)
                && levels.get(levels.size() - 2).equals(SENSOR);
    }

    /** Whether exactly one level is the sensor, and the signs {@code +} and {@code #} stand where MQTT allows them. */
    public static boolean isPattern(String text) {
        if (text.length() > LONGEST || text.startsWith("$") || text.chars().anyMatch(Character::isISOControl))
            return false;
        var levels = List.of(text.split("/", -1));
        var sensors = levels.stream().filter(SENSOR::equals).count();
        return sensors == 1
                && levels.subList(0, levels.size() - 1).stream().noneMatch(REST::equals)
                && levels.stream().allMatch(TopicPattern::isLevel);
    }

    private static boolean isLevel(String level) {
        return level.equals(SENSOR)
                || level.equals(ANY)
                || level.equals(REST)
                || level.chars().noneMatch(sign -> "+#{}".indexOf(sign) >= 0);
    }

    /** What the broker is asked for. */
    public String filter() {
        return text.replace(SENSOR, ANY);
    }

    boolean isStatus() {
        return status;
    }

    /** What stands at the place of the sensor; null if the topic is another one. */
    @Nullable String sensorIn(String topic) {
        String sensor = null;
        var from = 0;
        for (var level : levels) {
            if (level.equals(REST)) return sensor;
            if (from > topic.length()) return null;
            var slash = topic.indexOf('/', from);
            var to = slash < 0 ? topic.length() : slash;
            if (level.equals(SENSOR)) sensor = topic.substring(from, to);
            else if (!level.equals(ANY) && !isAt(topic, from, to, level)) return null;
            from = to + 1;
        }
        return from > topic.length() ? sensor : null;
    }

    private static boolean isAt(String topic, int from, int to, String level) {
        return to - from == level.length() && topic.startsWith(level, from);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TopicPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** As somebody has written it. */
    @Override
    public String toString() {
        return text;
    }
}
