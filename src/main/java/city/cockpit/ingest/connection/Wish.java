package city.cockpit.ingest.connection;

import city.cockpit.ingest.TopicPattern;
import city.cockpit.transport.TransportException;
import city.cockpit.transport.TrustedAuthority;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A connection as somebody wants it.
 *
 * @param title how people call it, one line
 * @param address of the broker, see {@link #isAddress}
 * @param username empty to sign in without a name
 * @param certificate PEM of those who vouch for the broker; empty for those Java trusts
 * @param clientId what the names of the connection and of the node are appended to, so that the broker tells them apart
 * @param topics at least one
 * @param group of those nodes that share the messages; empty if each node gets all of them
 * @param format name of the only decoder that is asked; empty if all are
 * @param zone of times that name none; empty for the town's
 * @param enabled whether the connection is to stand
 */
public record Wish(
        String title,
        String address,
        String username,
        Password password,
        String certificate,
        String clientId,
        List<TopicPattern> topics,
        String group,
        String format,
        Optional<ZoneId> zone,
        boolean enabled) {

    public static final int LONGEST_TITLE = 100;
    public static final int MOST_TOPICS = 20;

    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_USERNAME = 200;
    private static final int LONGEST_CERTIFICATE = 50_000;
    private static final Set<String> SCHEMES = Set.of("tcp", "mqtt", "ssl", "mqtts", "ws", "wss");
    private static final Set<String> WITH_PATH = Set.of("ws", "wss");
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,60}");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._-]{0,60}");

    /** What becomes of the password. */
    public sealed interface Password {

        /** It stays as it is. */
        record Kept() implements Password {}

        /**
         * It is this one from now on.
         *
         * @param text empty for none
         */
        record Typed(String text) implements Password {

            @Override
            public String toString() {
                return "a password";
            }
        }
    }

    public Wish {
        topics = List.copyOf(topics);
        if (!isTitle(title)
                || !isAddress(address)
                || !isUsername(username)
                || !isCertificate(certificate)
                || !isClientId(clientId)
                || !isGroup(group)
                || topics.isEmpty()
                || topics.size() > MOST_TOPICS) throw new IllegalArgumentException("not a connection: " + title);
    }

    public static boolean isTitle(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TITLE && text.chars().noneMatch(Character::isISOControl);
    }

    /** Like {@code mqtt://host:1883}, {@code mqtts://host:8883} or {@code wss://host/path}, with nothing secret in it. */
    public static boolean isAddress(String text) {
        try {
            var uri = new URI(text);
            return text.length() <= LONGEST_ADDRESS
                    && SCHEMES.contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getPort() <= 65_535
                    && (uri.getPath().isEmpty() || WITH_PATH.contains(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public static boolean isUsername(String text) {
        return text.length() <= LONGEST_USERNAME && text.chars().noneMatch(Character::isISOControl);
    }

    /** Whether this is empty, or holds at least one certificate and is not too long. */
    public static boolean isCertificate(String text) {
        if (text.isEmpty()) return true;
        if (text.length() > LONGEST_CERTIFICATE || text.contains("PRIVATE KEY")) return false;
        try {
            return !new TrustedAuthority.InText(text).certificates().isEmpty();
        } catch (TransportException e) {
            return false;
        }
    }

    public static boolean isClientId(String text) {
        return CLIENT_ID.matcher(text).matches();
    }

    public static boolean isGroup(String text) {
        return GROUP.matcher(text).matches();
    }

    Wish with(Password other) {
        return new Wish(title, address, username, other, certificate, clientId, topics, group, format, zone, enabled);
    }

    /** What the broker is asked for. */
    List<String> filters() {
        var prefix = group.isEmpty() ? "" : "$share/" + group + "/";
        return topics.stream().map(topic -> prefix + topic.filter()).distinct().toList();
    }
}
