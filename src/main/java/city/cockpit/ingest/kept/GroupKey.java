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
 * @param sender the registered sensor, else the name in the topic, or what topics without one have in common; empty for those without a group of
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
    private static final char LEFT_OUT = '…';
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    /** Reasons whose detail quotes what has to be mended, like a property. */
    private static final Set<RejectReason> TELLING = EnumSet.of(RejectReason.UNKNOWN_PROPERTY, RejectReason.UNIT);

    static GroupKey of(Rejection rejection) {
        var reason = rejection.reason();
        if (reason == RejectReason.UNKNOWN_SENSOR)
            return new GroupKey(reason, cut(rejection.detail(), LONGEST_SENDER), "");
        if (reason == RejectReason.UNKNOWN_TOPIC)
            return new GroupKey(reason, form(rejection.message().topic()), "");
        var sender = rejection
                .sensor()
                .map(SensorId::value)
                .orElseGet(() -> sender(rejection.message().topic()));
        return new GroupKey(reason, sender, gist(reason, rejection.detail()));
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

    /** The topic without its numbers. */
    private static String form(String topic) {
        var form = new StringBuilder();
        var shown = Printable.line(topic, LONGEST_SENDER);
        for (var i = 0; i < shown.length(); i++)
            if (!isDigit(shown.charAt(i))) form.append(shown.charAt(i));
            else if (i == 0 || !isDigit(shown.charAt(i - 1))) form.append(LEFT_OUT);
        return form.toString();
    }

    /** The detail without its numbers and quotations. By hand: a flood comes through here. */
    private static String gist(RejectReason reason, String detail) {
        if (reason == RejectReason.NOT_A_NUMBER) {
            var end = detail.indexOf(" = ");
            return cut(end < 0 ? detail : detail.substring(0, end), LONGEST_DETAIL);
        }
        // Of ports there are few, and which they are has to be mended.
        if (reason == RejectReason.WRONG_PORT) return cut(detail, LONGEST_DETAIL);
        var gist = new StringBuilder(LONGEST_DETAIL);
        for (var i = 0; i < detail.length() && gist.length() < LONGEST_DETAIL; ) {
            var c = detail.charAt(i);
            if (c == '\'' || c == '"') i = quoted(reason, detail, i, gist);
            else if (beginsNumber(detail, i)) {
                gist.append(LEFT_OUT);
                i++;
                while (i < detail.length() && isInNumber(detail.charAt(i))) i++;
            } else {
                gist.append(c);
                i++;
            }
        }
        return cut(gist.toString(), LONGEST_DETAIL);
    }

    private static int quoted(RejectReason reason, String detail, int from, StringBuilder gist) {
        var mark = detail.charAt(from);
        var end = detail.indexOf(mark, from + 1);
        var said = detail.substring(from + 1, end < 0 ? detail.length() : end);
        gist.append(mark);
        if (TELLING.contains(reason) && NAME.matcher(said).matches()) gist.append(said);
        else gist.append(LEFT_OUT);
        gist.append(mark);
        return end < 0 ? detail.length() : end + 1;
    }

    /** Not within a name such as {@code pm10} or {@code air-07}. */
    private static boolean beginsNumber(String text, int at) {
        var c = text.charAt(at);
        var digit = isDigit(c) || ((c == '-' || c == '+') && at + 1 < text.length() && isDigit(text.charAt(at + 1)));
        if (!digit || at == 0) return digit;
        var before = text.charAt(at - 1);
        return !Character.isLetterOrDigit(before) && before != '_' && before != '-';
    }

    private static boolean isInNumber(char c) {
        return isDigit(c) || ".,:+-TZeE".indexOf(c) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? Printable.line(text, longest) : text;
    }

    @Override
    public int compareTo(GroupKey other) {
        return ORDER.compare(this, other);
    }
}
