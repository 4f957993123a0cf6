package city.cockpit.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection and the one Paho client that makes it; after its end it is thrown away. Paho's own reconnect can hang
 * for ever once an acknowledgement is queued while it is away, so no client object ever connects twice and an
 * acknowledgement only goes to the client that delivered the message.
 */
final class Link {

    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final int NO_RETAINED_MESSAGES = 2;

    private final MqttSettings settings;
    private final MessageHandler handler;
    private final InstantSource clock;
    private final MqttAsyncClient client;
    private final MqttConnectionOptions options;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private boolean open = true;

    Link(BrokerDetails broker, MqttSettings settings, MessageHandler handler, InstantSource clock)
            throws MqttException {
        this.settings = settings;
        this.handler = handler;
        this.clock = clock;
        client = new MqttAsyncClient(addressOf(broker), settings.clientId(), new MemoryPersistence());
        client.setManualAcks(true);
        client.setCallback(new Callback());
        options = options(broker, settings);
    }

    /** Paho knows the common schemes by older names. */
    private static String addressOf(BrokerDetails broker) {
        return broker.uri().toString().replaceFirst("^mqtt:", "tcp:").replaceFirst("^mqtts:", "ssl:");
    }

    private static MqttConnectionOptions options(BrokerDetails broker, MqttSettings settings) {
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
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

    /** Asks for the handler's topics, without the messages retained there. Blocks up to the timeout. */
    void subscribe() throws MqttException {
        var subscription = new MqttSubscription(handler.topicFilter(), 1);
        subscription.setRetainHandling(NO_RETAINED_MESSAGES);
        IMqttToken token = client.subscribe(new MqttSubscription[] {subscription}, null, null, new MqttProperties());
        token.waitForCompletion(settings.timeout().toMillis());
        for (int answer : token.getReasonCodes()) if (answer >= 0x80) throw new MqttException(answer);
    }

    /** Blocks until the connection is gone; the reason why. */
    String awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends {@link #awaitEnd}; messages that come from now on are left to the next connection. Never blocks. */
    void end(String reason) {
        shut();
        end.complete(reason);
    }

    private synchronized void shut() {
        open = false;
    }

    private synchronized boolean isOpen() {
        return open;
    }

    private synchronized void acknowledge(int messageId) {
        if (!open) return;
        try {
            client.messageArrivedComplete(messageId, 1);
        } catch (MqttException e) {
            log.debug("An acknowledgement found no connection; the broker will deliver the message again", e);
        }
    }

    /** Says goodbye to the broker, which keeps the session, after the acknowledgements given so far. */
    void close() {
        try {
            if (client.isConnected())
                client.disconnect(0).waitForCompletion(Duration.ofSeconds(2).toMillis());
        } catch (MqttException e) {
            log.debug("The broker did not answer the goodbye", e);
        }
        shut();
        abandon();
    }

    /** Takes the client object apart in the background, because Paho may block on a connection that hangs. */
    void abandon() {
        end("ended by the cockpit");
        Thread.ofVirtual().name("mqtt-cleanup").start(() -> {
            try {
                client.disconnectForcibly(0, TimeUnit.SECONDS.toMillis(1), false);
                client.close(true);
            } catch (MqttException e) {
                log.debug("A client object was not taken apart in full", e);
            }
        });
    }

    private void receive(String topic, MqttMessage message) {
        if (!isOpen()) return;
        var id = message.getId();
        var delivery = new InboundMessage.Delivery() {
            @Override
            public void acknowledge() {
                Link.this.acknowledge(id);
            }

            @Override
            public boolean isOpen() {
                return Link.this.isOpen();
            }
        };
        var inbound = new InboundMessage(
                BrokerConnection.OF_THE_COCKPIT,
                topic,
                message.getPayload(),
                message.getQos(),
                message.isRetained(),
                clock.instant(),
                delivery);
        try {
            if (!handler.handle(inbound)) end("the broker sends more than the Receive Maximum allows");
        } catch (RuntimeException e) {
            // Paho would swallow it and the message would keep its place in the window for ever.
            log.error("A message could not be handed over", e);
            end("a message could not be handed over");
        }
    }

    private final class Callback implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            receive(topic, message);
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
