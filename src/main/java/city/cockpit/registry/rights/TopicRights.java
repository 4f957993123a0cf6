package city.cockpit.registry.rights;

import java.util.List;

/**
 * What somebody may publish.
 *
 * @param filters topics with the wildcards of MQTT
 */
public record TopicRights(List<String> filters) {

    /** Longer topics belong to no sensor, and a broker keeps something for every topic it has seen. */
    public static final int LONGEST = 200;

    public static final int MOST = 20;

    private static final String REST = "#";
    private static final String ANY = "+";

    public TopicRights {
        filters = List.copyOf(filters);
    }

    /**
     * Whether a gateway may be given this: a topic filter of MQTT whose first level is a name, or that has a name on a later
     * level behind {@code +}, and that does not lie where the cockpit or the broker speak.
     */
    public static boolean isFilter(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) return false;
        var levels = List.of(text.split("/", -1));
        var inner = levels.subList(0, levels.size() - 1);
        return levels.stream().allMatch(TopicRights::isLevel)
                && inner.stream().noneMatch(REST::equals)
                && !isInternal(text)
                && hasName(levels);
    }

    private static boolean isLevel(String level) {
        return level.equals(ANY)
                || level.equals(REST)
                || level.chars().noneMatch(sign -> sign == '+' || sign == '#' || sign == '{' || sign == '}');
    }

    private static boolean hasName(List<String> levels) {
        var first = levels.getFirst();
        if (!first.equals(ANY)) return !first.equals(REST) && !first.isEmpty();
        return levels.stream().anyMatch(level -> !level.isEmpty() && !level.equals(ANY) && !level.equals(REST));
    }

    /** Whether the cockpit, or the broker itself, speaks there and nobody else. */
    public static boolean isInternal(String topic) {
        return topic.startsWith("$")
                || topic.startsWith("activemq")
                || topic.equals("cockpit")
                || topic.startsWith("cockpit/");
    }

    public boolean admits(String topic) {
        return topic.length() <= LONGEST
                && !isInternal(topic)
                && topic.indexOf('+') < 0
                && topic.indexOf('#') < 0
                && filters.stream().anyMatch(filter -> fits(filter, topic));
    }

    private static boolean fits(String filter, String topic) {
        var wanted = filter.split("/", -1);
        var given = topic.split("/", -1);
        for (var i = 0; i < wanted.length; i++) {
            if (wanted[i].equals(REST)) return i < given.length;
            if (i == given.length || !(wanted[i].equals(ANY) || wanted[i].equals(given[i]))) return false;
        }
        return wanted.length == given.length;
    }
}
