package city.sim.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * A durable broker inside this process, like the one inside the cockpit but with nothing behind it: the yardstick of the
 * benchmarks. Listens on the loopback address only and lets in the one user {@value #USERNAME}.
 */
public final class OwnBroker implements AutoCloseable {

    public static final String USERNAME = "bench";
    public static final String PASSWORD = "bench";

    private final EmbeddedActiveMQ server;
    private final int port;

    private OwnBroker(EmbeddedActiveMQ server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on the data in the folder, which may be new; returns when the port is open. */
    public static OwnBroker start(Path folder, int port) throws IOException {
        var broker = new OwnBroker(
                new EmbeddedActiveMQ()
                        .setConfiguration(configuration(folder, port))
                        .setSecurityManager(new OneUser()),
                port);
        try {
            broker.server.start();
            broker.knock();
            return broker;
        } catch (Exception e) {
            broker.close();
            throw new IOException("the broker does not start on port " + port, e);
        }
    }

    private static Configuration configuration(Path folder, int port) throws IOException {
        try {
            return new ConfigurationImpl()
                    .setJournalType(JournalType.NIO)
                    .setJournalDirectory(folder.resolve("journal").toString())
                    .setBindingsDirectory(folder.resolve("bindings").toString())
                    .setPagingDirectory(folder.resolve("paging").toString())
                    .setLargeMessagesDirectory(folder.resolve("large").toString())
                    .setNodeManagerLockDirectory(folder.toString())
                    .setWildCardConfiguration(new WildcardConfiguration()
                            .setDelimiter('/')
                            .setAnyWords('#')
                            .setSingleWord('+'))
                    .setJMXManagementEnabled(false)
                    .setMessageCounterEnabled(false)
                    .addAddressSetting(
                            "#", new AddressSettings().setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE))
                    .addAcceptorConfiguration(
                            "mqtt", "tcp://127.0.0.1:%d?protocols=MQTT;tcpNoDelay=true".formatted(port));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** A start that failed may look like one that did not. */
    private void knock() throws IOException {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        }
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public BrokerAddress address() {
        return new BrokerAddress(
                URI.create("mqtt://127.0.0.1:" + port), Optional.of(new BrokerAddress.Login(USERNAME, PASSWORD)));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }

    private static final class OneUser implements ActiveMQSecurityManager5 {

        @Override
        public boolean validateUser(@Nullable String user, @Nullable String password) {
            return USERNAME.equals(user) && PASSWORD.equals(password);
        }

        @Override
        public boolean validateUserAndRole(
                @Nullable String user, @Nullable String password, Set<Role> roles, CheckType checkType) {
            return validateUser(user, password);
        }

        @Override
        public @Nullable Subject authenticate(
                @Nullable String user,
                @Nullable String password,
                RemotingConnection connection,
                String securityDomain) {
            if (!validateUser(user, password)) return null;
            var subject = new Subject();
            subject.getPrincipals().add(new UserPrincipal(USERNAME));
            return subject;
        }

        @Override
        public @Nullable String getUserFromSubject(@Nullable Subject subject) {
            return subject == null ? null : USERNAME;
        }

        @Override
        public boolean authorize(Subject subject, Set<Role> roles, CheckType checkType, String address) {
            return true;
        }
    }
}
