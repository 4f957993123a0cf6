package city.cockpit.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what on the embedded broker. Devices publish below {@code city/} and nothing else; the cockpit also
 * listens there. Nobody else gets in.
 */
final class BrokerRights implements ActiveMQSecurityManager5 {

    static final String DEVICE = "device";
    static final String COCKPIT = "cockpit";

    private static final String CITY = "city/";
    /** Longer topics belong to no sensor; the broker keeps something for every topic it has seen. */
    private static final int LONGEST_TOPIC = 200;

    private static final Set<CheckType> PUBLISH = Set.of(CheckType.SEND, CheckType.CREATE_ADDRESS);
    private static final Set<CheckType> PUBLISH_AND_SUBSCRIBE = Set.of(
            CheckType.SEND,
            CheckType.CREATE_ADDRESS,
            CheckType.CONSUME,
            CheckType.CREATE_DURABLE_QUEUE,
            CheckType.DELETE_DURABLE_QUEUE,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);

    private final Map<String, String> passwords;

    BrokerRights(String devicePassword, String cockpitPassword) {
        this.passwords = Map.of(DEVICE, devicePassword, COCKPIT, cockpitPassword);
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, @Nullable String domain) {
        if (user == null || password == null || !knows(user, password)) return null;
        if (takesTheCockpitsName(user, connection.getClientID())) return null;
        var subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType wish, String address) {
        var user = getUserFromSubject(subject);
        if (user == null || !address.startsWith(CITY)) return false;
        return switch (user) {
            case DEVICE -> PUBLISH.contains(wish) && address.length() <= LONGEST_TOPIC;
            case COCKPIT -> PUBLISH_AND_SUBSCRIBE.contains(wish);
            default -> false;
        };
    }

    @Override
    public @Nullable String getUserFromSubject(@Nullable Subject subject) {
        if (subject == null) return null;
        return subject.getPrincipals(UserPrincipal.class).stream()
                .map(UserPrincipal::getName)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean validateUser(String user, String password) {
        return knows(user, password);
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType wish) {
        return false;
    }

    private boolean knows(String user, String password) {
        var expected = passwords.get(user);
        return expected != null && MessageDigest.isEqual(expected.getBytes(UTF_8), password.getBytes(UTF_8));
    }

    /** A client that connects under the name of another one takes over its session and the messages that wait in it. */
    private static boolean takesTheCockpitsName(String user, @Nullable String clientId) {
        return !user.equals(COCKPIT) && clientId != null && clientId.startsWith(COCKPIT);
    }
}
