package city.cockpit.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.registry.rights.Account;
import city.cockpit.registry.rights.Admissions;
import city.cockpit.registry.rights.Admissions.Admission;
import city.cockpit.registry.rights.Refused.Cause;
import city.cockpit.registry.rights.TopicRights;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what on the embedded broker: devices and gateways publish what the registry says and nothing else, the cockpit
 * listens, nobody else gets in. It is asked at every message, with the password of the session, so that what is changed in
 * the registry holds from the next message on.
 */
final class BrokerRights implements ActiveMQSecurityManager5 {

    static final String DEVICE = Account.SHARED;
    static final String COCKPIT = "cockpit";

    private static final Set<CheckType> PUBLISH = Set.of(CheckType.SEND, CheckType.CREATE_ADDRESS);
    private static final Set<CheckType> LISTEN = Set.of(
            CheckType.CREATE_ADDRESS,
            CheckType.CONSUME,
            CheckType.CREATE_DURABLE_QUEUE,
            CheckType.DELETE_DURABLE_QUEUE,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);

    private final String devicePassword;
    private final String cockpitPassword;
    private final Admissions admissions;

    /** @param devicePassword of the shared account, as long as nobody made it another one */
    BrokerRights(String devicePassword, String cockpitPassword, Admissions admissions) {
        this.devicePassword = devicePassword;
        this.cockpitPassword = cockpitPassword;
        this.admissions = admissions;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, @Nullable String domain) {
        if (user == null || password == null) return null;
        var failure = failure(user, password, connection.getClientID());
        if (failure.isPresent()) {
            failure.get().ifKnown(cause -> admissions.refused(user, cause, text(connection.getClientID())));
            return null;
        }
        var subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    /** Whether somebody who was let in would be let in now. */
    boolean isStillWelcome(@Nullable String user, @Nullable String password, @Nullable String clientId) {
        return user != null
                && password != null
                && failure(user, password, clientId).isEmpty();
    }

    /** Why somebody is not let in; the cause is told only to the account's keeper, never to who knocks. */
    private record Failure(@Nullable Cause cause) {

        void ifKnown(Consumer<Cause> told) {
            if (cause != null) told.accept(cause);
        }
    }

    private Optional<Failure> failure(String user, String password, @Nullable String clientId) {
        if (user.equals(COCKPIT))
            return isSame(cockpitPassword, password) ? Optional.empty() : Optional.of(new Failure(null));
        var account = admissions.find(user);
        if (account.isEmpty()) return Optional.of(new Failure(null));
        if (!fits(account.get(), password)) return Optional.of(new Failure(Cause.PASSWORD));
        if (!account.get().open()) return Optional.of(new Failure(Cause.CLOSED));
        if (!mayBeCalled(account.get(), text(clientId))) return Optional.of(new Failure(Cause.CLIENT_ID));
        return Optional.empty();
    }

    private boolean fits(Admission account, String password) {
        return account.password()
                .map(hash -> hash.fits(password))
                .orElseGet(() -> account.name().equals(DEVICE) && isSame(devicePassword, password));
    }

    /** A client that connects under the name of another one takes over its session and the messages that wait in it. */
    private boolean mayBeCalled(Admission account, String clientId) {
        if (!account.clientId().isEmpty()) return account.clientId().equals(clientId);
        return !clientId.startsWith(COCKPIT) && !admissions.isOfAnother(clientId, account.name());
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType wish, String address) {
        var user = getUserFromSubject(subject);
        if (user == null) return false;
        if (user.equals(COCKPIT)) return LISTEN.contains(wish) && !TopicRights.isInternal(address);
        if (!PUBLISH.contains(wish)) {
            admissions.refused(user, Cause.LISTENING, address);
            return false;
        }
        var admitted = admissions
                .find(user)
                .filter(account -> account.open() && account.topics().admits(address))
                .isPresent();
        if (!admitted) admissions.refused(user, Cause.TOPIC, address);
        return admitted;
    }

    @Override
    public @Nullable String getUserFromSubject(@Nullable Subject subject) {
        if (subject == null) return null;
        return subject.getPrincipals(UserPrincipal.class).stream()
                .map(UserPrincipal::getName)
                .findFirst()
                .orElse(null);
    }

    /** Without its connection nobody is known. */
    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType wish) {
        return false;
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private static String text(@Nullable String clientId) {
        return clientId == null ? "" : clientId;
    }
}
