package city.cockpit.ingest.kept;

import city.cockpit.ingest.Printable;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.RejectedMessageStore.Rejection;
import city.cockpit.measurement.SensorId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What refusals have in common that somebody would mend by one deed.
 *
 * @param sender the name in the topic, or what topics without one have in common; empty for those without a group of
 *     their own
 * @param detail the detail without numbers and quotations; empty for senders that nobody registered
 */
record GroupKey(RejectReason reason, String sender, String detail) implements Comparable<GroupKey> {

    /** The same order everywhere, so that two nodes never wait for each other. */
    private static final Comparator<GroupKey> ORDER = Comparator.comparing(GroupKey::reason)
            .thenComparing(GroupKey::sender)
            .thenComparing(GroupKey::detail);

    private static final int LONGEST_SENDER = 100;
    private static final int LONGEST_DETAIL = 120;
    private static final String PREFIX = "city/";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d_-])[-+]?\\d[\\d.,:+TZeE-]*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'?|\"[^\"]*\"?");
    private static final Pattern NAME = Pattern.compile("'[a-z][a-z0-9_]{0,31}'");

    /** Reasons whose detail quotes what has to be mended, like a property. */
    private static final Set<RejectReason> TELLING = EnumSet.of(RejectReason.UNKNOWN_PROPERTY, RejectReason.UNIT);

    static GroupKey of(Rejection rejection) {
        var reason = rejection.reason();
        if (reason == RejectReason.UNKNOWN_SENSOR)
            return new GroupKey(reason, Printable.line(rejection.detail(), LONGEST_SENDER), "");
        if (reason == RejectReason.UNKNOWN_TOPIC)
            return new GroupKey(reason, form(rejection.message().topic()), "");
        return new GroupKey(reason, sender(rejection.message().topic()), gist(reason, rejection.detail()));
    }

    /** The group of all that find no place of their own. */
    GroupKey crowd() {
        return new GroupKey(reason, "", "");
    }

    boolean isInbox() {
        return reason == RejectReason.UNKNOWN_SENSOR;
    }

    private static String sender(String topic) {
        if (!topic.startsWith(PREFIX)) return form(topic);
        var end = topic.indexOf('/', PREFIX.length());
        var name = topic.substring(PREFIX.length(), end < 0 ? topic.length() : end);
        return SensorId.isWellFormed(name) ? name : form(topic);
    }

    private static String form(String topic) {
        return DIGITS.matcher(Printable.line(topic, LONGEST_SENDER)).replaceAll("…");
    }

    private static String gist(RejectReason reason, String detail) {
        if (reason == RejectReason.NOT_A_NUMBER)
            return Printable.line(detail.replaceFirst(" = .*", " = …"), LONGEST_DETAIL);
        var telling = TELLING.contains(reason);
        var quiet = QUOTED.matcher(detail)
                .replaceAll(quoted -> telling && NAME.matcher(quoted.group()).matches() ? quoted.group() : "'…'");
        return Printable.line(NUMBER.matcher(quiet).replaceAll("…"), LONGEST_DETAIL);
    }

    @Override
    public int compareTo(GroupKey other) {
        return ORDER.compare(this, other);
    }
}
