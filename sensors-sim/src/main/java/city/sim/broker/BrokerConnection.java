package city.sim.broker;

import city.sim.broker.BrokerException.Cause;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a broker that publishes with QoS 1. It never reconnects by itself: who needs another opens another.
 * Several threads may send.
 */
public final class BrokerConnection implements AutoCloseable {

    /** Most messages on their way at once; with {@link #PATIENCE} the bound of what a connection holds in memory. */
    private static final int WINDOW = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int QOS = 1;
    private static final int FIRST_ERROR_CODE = 0x80;

    private final MqttAsyncClient client;
    private final LongAdder acknowledgements = new LongAdder();
    private final Semaphore window = new Semaphore(WINDOW);
    private final AtomicBoolean isAbandoned = new AtomicBoolean();
    private final Set<Delivery> onTheWay = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<BrokerException> end = new CompletableFuture<>();

    private BrokerConnection(MqttAsyncClient client) {
        this.client = client;
    }

    /** What the broker is to say for this client when it vanishes. */
    public record LastWill(String topic, String payload) {}

    /**
     * Connects and waits for the broker's answer.
     *
     * @throws BrokerException there is no connection, and nothing to close
     */
    public static BrokerConnection open(BrokerAddress address, String clientId, Optional<LastWill> will)
            throws BrokerException {
        try {
            var client = new MqttAsyncClient(address.forPaho(), clientId, new MemoryPersistence());
            var connection = new BrokerConnection(client);
            client.setCallback(connection.new Watch());
            try {
                client.connect(options(address, will)).waitForCompletion(PATIENCE.toMillis());
                return connection;
            } catch (MqttException e) {
                connection.abandon();
                throw notConnected(address, e);
            }
        } catch (MqttException e) {
            throw notConnected(address, e);
        }
    }

    /** A client id that no other process has, so that two of a kind do not push each other out. */
    public static String uniqueId(String kind) {
        return "sim-%s-%s".formatted(kind, UUID.randomUUID().toString().substring(0, 8));
    }

    private static MqttConnectionOptions options(BrokerAddress address, Optional<LastWill> will) {
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setConnectionTimeout(10);
        options.setKeepAliveInterval(20);
        address.sockets().ifPresent(options::setSocketFactory);
        address.login().ifPresent(login -> {
            options.setUserName(login.username());
            options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
        });
        will.ifPresent(last -> {
            var message = new MqttMessage(last.payload().getBytes(StandardCharsets.UTF_8));
            message.setQos(QOS);
            options.setWill(last.topic(), message);
        });
        return options;
    }

    /**
     * Sends a message and returns while it is on its way; blocks as long as the window is full. {@link #drain} and
     * {@link #acknowledged} tell what became of it.
     *
     * @throws BrokerException the connection has ended or the window stayed full; the message may have been sent
     */
    public void send(String topic, byte[] payload) throws BrokerException {
        send(topic, payload, () -> {});
    }

    /**
     * The same, with word of the acknowledgement.
     *
     * @param acknowledged is called on a thread of the connection and must return at once
     */
    public void send(String topic, byte[] payload, Runnable acknowledged) throws BrokerException {
        var delivery = deliver(topic, payload, acknowledged);
        if (delivery.isCompletedExceptionally()) await(delivery);
    }

    /** Sends a message and waits until the broker has acknowledged it. */
    public void publish(String topic, byte[] payload) throws BrokerException {
        await(deliver(topic, payload, () -> {}));
    }

    private CompletableFuture<@Nullable Void> deliver(String topic, byte[] payload, Runnable acknowledged)
            throws BrokerException {
        enterWindow();
        var delivery = new Delivery(topic, acknowledged);
        onTheWay.add(delivery);
        try {
            client.publish(topic, payload, QOS, false, null, delivery);
        } catch (MqttException e) {
            delivery.fail(ended().orElseGet(() -> away(e)));
        }
        ended().ifPresent(delivery::fail);
        return delivery.acknowledged;
    }

    /** Messages that the broker has acknowledged so far. */
    public long acknowledged() {
        return acknowledgements.sum();
    }

    /** Waits until everything sent on this connection is acknowledged or has failed. */
    public void drain() throws BrokerException {
        try {
            if (!window.tryAcquire(WINDOW, PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                throw ended().orElseGet(BrokerConnection::silent);
            window.release(WINDOW);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Why the connection has ended, empty while it stands. */
    public Optional<BrokerException> ended() {
        return Optional.ofNullable(end.getNow(null));
    }

    /**
     * Says good-bye, so that the broker does not speak the last will. What is not yet acknowledged may be lost. To be
     * called when nobody sends any more.
     */
    @Override
    public void close() {
        if (isAbandoned.get()) return;
        try {
            client.disconnect(1_000).waitForCompletion(3_000);
        } catch (MqttException e) {
            // Gone already: there is nobody to say good-bye to.
        }
        abandon();
    }

    /** Drops the connection without a word. To be called when nobody sends any more. */
    public void abandon() {
        if (isAbandoned.getAndSet(true)) return;
        end(new BrokerException(Cause.AWAY, "the connection is closed"));
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException e) {
            // It was not connected.
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            // Paho refuses to close twice; the threads have ended by then.
        }
    }

    private void enterWindow() throws BrokerException {
        var over = ended();
        if (over.isPresent()) throw over.get();
        try {
            if (!window.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                throw ended().orElseGet(BrokerConnection::silent);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void await(CompletableFuture<@Nullable Void> acknowledged) throws BrokerException {
        try {
            acknowledged.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (TimeoutException e) {
            throw silent();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokerException known) throw known;
            throw new IllegalStateException(e);
        }
    }

    /** The first reason counts; Paho itself would leave messages on their way without an answer. */
    private void end(BrokerException reason) {
        if (end.complete(reason)) onTheWay.forEach(delivery -> delivery.fail(reason));
    }

    private static BrokerException silent() {
        return new BrokerException(Cause.AWAY, "no answer for %d s".formatted(PATIENCE.toSeconds()));
    }

    private static BrokerException interrupted() {
        Thread.currentThread().interrupt();
        return new BrokerException(Cause.AWAY, "interrupted");
    }

    private static BrokerException away(Throwable e) {
        var cause = Objects.requireNonNullElse(e.getCause(), e);
        return new BrokerException(
                Cause.AWAY, Objects.requireNonNullElse(cause.getMessage(), "the connection was lost"));
    }

    private static BrokerException notConnected(BrokerAddress address, MqttException e) {
        return switch (e.getReasonCode()) {
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD,
                    MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED,
                    MqttReturnCode.RETURN_CODE_BANNED ->
                new BrokerException(
                        Cause.NO_ENTRY,
                        "The broker at %s refuses %s: see --username and --password-file."
                                .formatted(
                                        address,
                                        address.login()
                                                .map(login -> "the user '" + login.username() + "' with this password")
                                                .orElse("clients without a user name")));
            default -> isDistrust(e) ? new BrokerException(Cause.NO_ENTRY, distrust(address)) : away(e);
        };
    }

    private static boolean isDistrust(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof CertificateException) return true;
        return false;
    }

    private static String distrust(BrokerAddress address) {
        return "The certificate of the broker at %s is not trusted, or is for another name: see --broker and --ca-file."
                .formatted(address);
    }

    /** One message on its way; leaves the window when its outcome is known, once. */
    private final class Delivery implements MqttActionListener {

        private final String topic;
        private final Runnable listener;
        private final CompletableFuture<@Nullable Void> acknowledged = new CompletableFuture<>();

        private Delivery(String topic, Runnable listener) {
            this.topic = topic;
            this.listener = listener;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            var codes = token.getReasonCodes();
            if (codes != null && codes.length > 0 && codes[0] >= FIRST_ERROR_CODE)
                fail(new BrokerException(
                        Cause.REFUSED, "the broker refuses messages on %s (code 0x%x)".formatted(topic, codes[0])));
            else if (acknowledged.complete(null)) {
                acknowledgements.increment();
                listener.run();
                leave();
            }
        }

        @Override
        public void onFailure(IMqttToken token, Throwable e) {
            fail(ended().orElseGet(() -> away(e)));
        }

        private void fail(BrokerException reason) {
            if (acknowledged.completeExceptionally(reason)) leave();
        }

        private void leave() {
            onTheWay.remove(this);
            window.release();
        }
    }

    private final class Watch implements MqttCallback {

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            end(
                    response.getReturnCode() == MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER
                            ? new BrokerException(
                                    Cause.TAKEN_OVER, "Another client publishes as " + client.getClientId() + ".")
                            : new BrokerException(Cause.AWAY, reason(response)));
        }

        private String reason(MqttDisconnectResponse response) {
            if (response.getException() != null)
                return away(response.getException()).getMessage();
            return Objects.requireNonNullElse(response.getReasonString(), "the broker closed the connection");
        }

        @Override
        public void mqttErrorOccurred(MqttException e) {
            // Only about topic aliases of received messages; nothing is received.
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            // Nothing is subscribed to.
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // Each message has a listener of its own.
        }

        @Override
        public void connectComplete(boolean reconnect, String uri) {
            // open() waits for it.
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // No extended authentication.
        }
    }
}
