package city.cockpit.mqtt;

import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection and the one Paho client that makes it; after its end it is thrown away. Paho's own reconnect can hang
 * for ever once an acknowledgement is queued while it is away, so no client object ever connects twice and an
 * acknowledgement only goes to the client that delivered the message.
 */
final class Link {

    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final Set<String> PLAIN = Set.of("tcp", "mqtt");
    private static final int NO_RETAINED_MESSAGES = 2;
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final ConnectionPlan plan;
    private final MqttSettings settings;
    private final Predicate<InboundMessage> receiver;
    private final InstantSource clock;
    private final MqttAsyncClient client;
    private final MqttConnectionOptions options;
    private final CompletableFuture<ConnectionFailure> end = new CompletableFuture<>();
    private final PacketSocket.Factory sockets;
    private boolean open = true;
    private @Nullable Acknowledgements acknowledgements;

    /**
     * @param kept whether the broker keeps the session, with its messages, while nobody is connected
     * @param receiveMaximum most messages that may be unacknowledged at a time
     * @param receiver takes a message at once, on the thread that reads from the broker; false if it has no room
     */
    Link(
            ConnectionPlan plan,
            MqttSettings settings,
            boolean kept,
            int receiveMaximum,
            Predicate<InboundMessage> receiver,
            InstantSource clock)
            throws MqttException {
        this.plan = plan;
        this.settings = settings;
        this.receiver = receiver;
        this.clock = clock;
        options = options(plan.broker(), settings);
        options.setCleanStart(!kept);
        options.setSessionExpiryInterval(kept ? settings.sessionExpiry().toSeconds() : 0);
        options.setReceiveMaximum(receiveMaximum);
        client = new MqttAsyncClient(addressOf(plan.broker()), plan.clientId(), new MemoryPersistence());
        client.setManualAcks(true);
        client.setCallback(new Callback());
        sockets = new PacketSocket.Factory((int) settings.maximumPacketSize().toBytes(), this::receive);
        if (PLAIN.contains(plan.broker().uri().getScheme())) options.setSocketFactory(sockets);
    }

    /** Paho knows the common schemes by older names. */
    private static String addressOf(BrokerDetails broker) {
        return broker.uri().toString().replaceFirst("^mqtt:", "tcp:").replaceFirst("^mqtts:", "ssl:");
    }

    private static MqttConnectionOptions options(BrokerDetails broker, MqttSettings settings) {
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setMaximumPacketSize(settings.maximumPacketSize().toBytes());
        options.setTopicAliasMaximum(0);
        options.setKeepAliveInterval(Math.toIntExact(settings.keepAlive().toSeconds()));
        options.setConnectionTimeout(
                Math.toIntExact(Math.max(1, settings.timeout().toSeconds())));
        options.setUseSubscriptionIdentifiers(false);
        if (broker.isEncrypted())
            broker.authority()
                    .ifPresent(it -> options.setSocketFactory(it.context().getSocketFactory()));
        if (!broker.username().isEmpty()) {
            options.setUserName(broker.username());
            options.setPassword(broker.password().getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }

    /**
     * Connects; messages of a session that the broker kept may arrive before this returns. Blocks up to the timeout.
     *
     * @return whether the broker knew the session, and with it the subscription
     */
    boolean connect() throws MqttException {
        var token = client.connect(options);
        token.waitForCompletion(settings.timeout().toMillis());
        return token.getSessionPresent();
    }

    /**
     * Asks for topics, without the messages retained there. Blocks up to the timeout.
     *
     * @return what the broker said to each, in the same order
     */
    List<FilterStatus> subscribe(List<String> filters) throws MqttException {
        if (filters.isEmpty()) return List.of();
        var wishes = filters.stream().map(this::wish).toArray(MqttSubscription[]::new);
        IMqttToken token = client.subscribe(wishes, null, null, new MqttProperties());
        token.waitForCompletion(settings.timeout().toMillis());
        var answers = token.getReasonCodes();
        return IntStream.range(0, wishes.length)
                .mapToObj(index -> new FilterStatus(filters.get(index), grant(answers[index])))
                .toList();
    }

    private MqttSubscription wish(String filter) {
        var wish = new MqttSubscription(filter, plan.qos());
        wish.setRetainHandling(NO_RETAINED_MESSAGES);
        return wish;
    }

    private static Grant grant(int answer) {
        if (answer >= 0x80) return Grant.REFUSED;
        return answer == 0 ? Grant.QOS_0 : Grant.QOS_1;
    }

    /** What the session holds of these topics is forgotten. Blocks up to the timeout. */
    void unsubscribe(List<String> filters) throws MqttException {
        if (filters.isEmpty()) return;
        client.unsubscribe(filters.toArray(String[]::new), null, null, new MqttProperties())
                .waitForCompletion(settings.timeout().toMillis());
    }

    /** Blocks until the connection is gone; the reason why. */
    ConnectionFailure awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends {@link #awaitEnd}; messages that come from now on are left to the next connection. Never blocks. */
    void end(Cause cause, String detail) {
        end(new ConnectionFailure(cause, detail));
    }

    private void end(ConnectionFailure failure) {
        shut();
        end.complete(failure);
    }

    private synchronized void shut() {
        open = false;
        if (acknowledgements != null) acknowledgements.end();
    }

    private synchronized boolean isOpen() {
        return open;
    }

    private synchronized void acknowledge(int messageId) {
        if (!open) return;
        var socket = sockets.last();
        if (acknowledgements == null && socket != null) acknowledgements = new Acknowledgements(socket);
        if (acknowledgements != null) acknowledgements.add(messageId);
        else acknowledgeThroughPaho(messageId);
    }

    /** Where packets lie in those of another protocol: in TLS or in a web socket. */
    private void acknowledgeThroughPaho(int messageId) {
        try {
            client.messageArrivedComplete(messageId, 1);
        } catch (MqttException e) {
            log.debug("An acknowledgement found no connection; the broker will deliver the message again", e);
        }
    }

    /** Sends without a promise: what cannot be sent now is lost. Never blocks. */
    void tell(String topic, byte[] payload) {
        if (!isOpen()) return;
        try {
            client.publish(topic, payload, 0, false);
        } catch (MqttException e) {
            log.debug("A message to other nodes was lost", e);
        }
    }

    /** Sends and waits until the broker has it. Blocks up to the timeout. */
    void announce(String topic, byte[] payload) throws MqttException {
        client.publish(topic, payload, 1, false)
                .waitForCompletion(settings.timeout().toMillis());
    }

    /** Says goodbye to the broker, which keeps the session, after the acknowledgements given so far. */
    void close() {
        close(new MqttProperties());
    }

    /** Says goodbye for good: the broker keeps neither the session nor messages that wait in it. */
    void closeForGood() {
        var lastWords = new MqttProperties();
        lastWords.setSessionExpiryInterval(0L);
        close(lastWords);
    }

    private void close(MqttProperties lastWords) {
        shut();
        var last = acknowledgementsGiven();
        if (last != null) last.awaitEnd(GOODBYE);
        try {
            if (client.isConnected())
                client.disconnect(0, null, null, MqttReturnCode.RETURN_CODE_SUCCESS, lastWords)
                        .waitForCompletion(GOODBYE.toMillis());
        } catch (MqttException e) {
            log.debug("The broker did not answer the goodbye", e);
        }
        abandon();
    }

    private synchronized @Nullable Acknowledgements acknowledgementsGiven() {
        return acknowledgements;
    }

    /** Takes the client object apart in the background, because Paho may block on a connection that hangs. */
    void abandon() {
        end(Cause.CUT, "ended by the cockpit");
        Thread.ofPlatform().name("mqtt-cleanup").daemon().start(() -> {
            try {
                client.disconnectForcibly(0, TimeUnit.SECONDS.toMillis(1), false);
                client.close(true);
            } catch (MqttException e) {
                log.debug("A client object was not taken apart in full", e);
            }
        });
    }

    private void receive(Publication message) {
        receive(message.topic(), message.bytes(), message.id(), message.qos(), message.retained());
    }

    private void receive(String topic, byte[] payload, int id, int qos, boolean retained) {
        if (!isOpen()) return;
        var inbound =
                new InboundMessage(plan.name(), topic, payload, qos, retained, clock.instant(), new ByThisLink(id));
        try {
            if (!receiver.test(inbound)) end(Cause.FLOODED, "more messages wait than find room");
        } catch (RuntimeException e) {
            // Paho would swallow it and the message would keep its place in the window for ever.
            log.error("A message could not be handed over", e);
            end(Cause.OTHER, "a message could not be handed over");
        }
    }

    private final class ByThisLink implements InboundMessage.Delivery {

        private final int id;

        private ByThisLink(int id) {
            this.id = id;
        }

        @Override
        public void acknowledge() {
            Link.this.acknowledge(id);
        }

        @Override
        public boolean isOpen() {
            return Link.this.isOpen();
        }
    }

    private final class Callback implements MqttCallback {

        /** Where packets lie in those of another protocol. */
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            receive(topic, message.getPayload(), message.getId(), message.getQos(), message.isRetained());
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            end(Reason.of(response));
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            log.debug("The broker and the client disagree", exception);
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
