package city.sim.broker;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Listens at a broker and does nothing else: what the client library can do at best. */
public final class Subscription implements AutoCloseable {

    private final MqttAsyncClient client;

    private Subscription(MqttAsyncClient client) {
        this.client = client;
    }

    /** Hands topic and payload of each message with QoS 1 to the listener, which must not block, one after the other. */
    public static Subscription open(BrokerAddress address, String filter, BiConsumer<String, byte[]> listener)
            throws MqttException {
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        address.sockets().ifPresent(options::setSocketFactory);
        address.login().ifPresent(login -> {
            options.setUserName(login.username());
            options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
        });
        var client = new MqttAsyncClient(address.forPaho(), "listener", new MemoryPersistence());
        client.setCallback(new Listening(listener));
        client.connect(options).waitForCompletion(10_000);
        client.subscribe(filter, 1).waitForCompletion(10_000);
        return new Subscription(client);
    }

    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException e) {
            // The broker was faster.
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            // Closed already.
        }
    }

    private record Listening(BiConsumer<String, byte[]> listener) implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            listener.accept(topic, message.getPayload());
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            // The one who waits for messages notices.
        }

        @Override
        public void mqttErrorOccurred(MqttException e) {
            // Only about topic aliases, which are not used.
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // Nothing is published here.
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
