package city.cockpit.platform;

import city.cockpit.mqtt.BrokerDetails;
import city.cockpit.registry.rights.Admissions;
import city.cockpit.secret.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.utils.VersionLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * An MQTT broker of our own, inside this process, for a town without one. Without encryption it listens on loopback only,
 * with a certificate also on every address of this machine, there over TLS only. It keeps what it has acknowledged in {@code <data>/broker}, also through a crash. What its limits do not admit is refused, so that the
 * sender keeps it.
 *
 * <p>It starts before, and stops after, everything that connects to it.
 */
public final class EmbeddedBroker implements SmartLifecycle {

    /** Long before the MQTT client, which starts in phase 0. */
    static final int PHASE = -1000;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String NETTY_SWITCH = "io.netty.noUnsafe";
    private static final String ACCEPTOR = "mqtt";
    private static final String TLS_ACCEPTOR = "mqtts";

    /**
     * How much one broker takes on.
     *
     * @param memoryBytes messages in memory before further ones wait on the disk only
     * @param diskBytes messages waiting on the disk for one subscription before senders are refused
     * @param packetBytes largest MQTT packet; below {@code cockpit.mqtt.maximum-packet-size}, or what lies between would be
     *     acknowledged to the sensor and dropped on its way to the cockpit
     * @param connections most clients at a time
     */
    record Limits(long memoryBytes, long diskBytes, int packetBytes, int connections) {

        static final Limits DEFAULT = new Limits(32 << 20, 4L << 30, 128 << 10, 2_000);
    }

    /**
     * A second listener, for sensors that do not live on this machine.
     *
     * @param context shows the certificate
     */
    public record Encrypted(int port, SSLContext context) {}

    private final int port;
    private final Optional<Encrypted> encrypted;
    private final String cockpitPassword = Secrets.random();
    private final BrokerRights rights;
    private final ActiveMQServer server;
    private volatile @Nullable Exception failure;
    private volatile boolean running;

    /**
     * @param data the data folder of the cockpit
     * @param devicePassword of the user {@code device}, which all devices share; nobody else is let in
     */
    public EmbeddedBroker(Path data, int port, String devicePassword) {
        this(data, port, devicePassword, Optional.empty());
    }

    /** The same with a second listener. */
    public EmbeddedBroker(Path data, int port, String devicePassword, Optional<Encrypted> encrypted) {
        this(data, port, devicePassword, Limits.DEFAULT, encrypted, Admissions.ofSharedAccount());
    }

    /**
     * One that lets in whom the registry knows.
     *
     * @param devicePassword of the account that all devices share, as long as nobody made it another one
     */
    public EmbeddedBroker(
            Path data, int port, String devicePassword, Optional<Encrypted> encrypted, Admissions admissions) {
        this(data, port, devicePassword, Limits.DEFAULT, encrypted, admissions);
    }

    EmbeddedBroker(
            Path data,
            int port,
            String devicePassword,
            Limits limits,
            Optional<Encrypted> encrypted,
            Admissions admissions) {
        this.port = port;
        this.encrypted = encrypted;
        var configuration = configuration(data.resolve("broker").toAbsolutePath(), port, limits);
        encrypted.ifPresent(it -> configuration.addAcceptorConfiguration(
                BrokerTls.acceptor(TLS_ACCEPTOR, it.port(), it.context(), limits)));
        this.rights = new BrokerRights(devicePassword, cockpitPassword, admissions);
        this.server = ActiveMQServers.newActiveMQServer(configuration, null, rights);
        server.registerActivationFailureListener(exception -> failure = exception);
        admissions.follow(this::turnOut);
    }

    /** Ends the connections of whoever would not be let in any more. */
    private void turnOut(Set<String> accounts) {
        if (!running) return;
        for (var session : server.getSessions()) {
            var connection = session.getRemotingConnection();
            if (connection == null || !accounts.contains(String.valueOf(session.getUsername()))) continue;
            if (rights.isStillWelcome(session.getUsername(), session.getPassword(), connection.getClientID())) continue;
            server.getRemotingService().removeConnection(connection.getID());
            connection.fail(new ActiveMQSecurityException("its account was changed"));
        }
    }

    /** Of the broker library. */
    static String version() {
        return VersionLoader.getVersion().getFullVersion();
    }

    /** How the cockpit itself connects; its password is made anew for each start and never written down. */
    public BrokerDetails details() {
        return new BrokerDetails(URI.create("tcp://127.0.0.1:" + port), BrokerRights.COCKPIT, cockpitPassword);
    }

    /**
     * Returns once the port is open.
     *
     * @throws StartRefusedException if it cannot be opened; nothing runs then
     */
    @Override
    public void start() {
        if (!"false".equals(System.getProperty(NETTY_SWITCH)))
            throw new IllegalStateException(
                    "-D" + NETTY_SWITCH + "=false is missing: the broker would not start twice");
        try {
            server.start();
            checkThatItListens();
            running = true;
            log.info("Embedded MQTT broker listens on port {} of this machine", port);
            encrypted.ifPresent(it -> log.info("Embedded MQTT broker listens for TLS on port {}", it.port()));
        } catch (Exception e) {
            end();
            throw new StartRefusedException(
                    "The embedded MQTT broker did not start on port %d: %s".formatted(port, e.getMessage()), e);
        }
    }

    @Override
    public void stop() {
        running = false;
        end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void end() {
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("The embedded MQTT broker did not stop in order", e);
        }
    }

    /** The broker returns from its start even if a listener failed, so look at each listener and knock at its port. */
    private void checkThatItListens() throws Exception {
        if (failure != null) throw failure;
        knock(ACCEPTOR, port);
        if (encrypted.isPresent()) knock(TLS_ACCEPTOR, encrypted.get().port());
    }

    private void knock(String listener, int port) throws IOException {
        var acceptor = server.getRemotingService().getAcceptor(listener);
        if (acceptor == null || !acceptor.isStarted())
            throw new IOException("it does not listen on port %d".formatted(port));
        try (var knock = new Socket()) {
            knock.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        }
    }

    private static Configuration configuration(Path folder, int port, Limits limits) {
        try {
            return new ConfigurationImpl()
                    .setName("cockpit")
                    .setPersistenceEnabled(true)
                    .setJournalType(JournalType.NIO)
                    .setJournalDirectory(folder.resolve("journal").toString())
                    .setBindingsDirectory(folder.resolve("bindings").toString())
                    .setPagingDirectory(folder.resolve("paging").toString())
                    .setLargeMessagesDirectory(folder.resolve("large").toString())
                    .setNodeManagerLockDirectory(folder.toString())
                    .setJMXManagementEnabled(false)
                    .setGlobalMaxSize(limits.memoryBytes())
                    .setWildCardConfiguration(wildcardsOfMqtt())
                    .addAddressSetting("#", addressSettings(limits))
                    .setSecurityEnabled(true)
                    // This user may do everything, and its password is well known unless set.
                    .setClusterPassword(Secrets.random())
                    // Whether a client may come in depends on its client id too, which the cache does not know.
                    .setAuthenticationCacheSize(0)
                    // What an account may publish can change at any time.
                    .setAuthorizationCacheSize(0)
                    .setIncomingInterceptorClassNames(List.of(PlainTopics.class.getName()))
                    .addAcceptorConfiguration(
                            ACCEPTOR,
                            "tcp://127.0.0.1:%d?protocols=MQTT;connectionsAllowed=%d;maximumPacketSize=%d;tcpNoDelay=true;closeMqttConnectionOnPublishAuthorizationFailure=false"
                                    .formatted(port, limits.connections(), limits.packetBytes()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** With MQTT's own signs nothing is translated, and a dot in a topic is a dot. */
    private static WildcardConfiguration wildcardsOfMqtt() {
        return new WildcardConfiguration().setDelimiter('/').setAnyWords('#').setSingleWord('+');
    }

    private static AddressSettings addressSettings(Limits limits) {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(limits.memoryBytes())
                .setPageSizeBytes((int) Math.min(limits.memoryBytes(), 4 << 20))
                .setPageLimitBytes(limits.diskBytes())
                .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL)
                .setMaxDeliveryAttempts(-1);
    }
}
