package city.cockpit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Something that hangs on a lamp post and publishes. One thread. */
public final class Device implements AutoCloseable {

    private static final int LARGEST_WINDOW = 200;
    private static final int PATIENCE_MILLIS = 20_000;

    private final MqttAsyncClient client;
    private final int window;
    private final Deque<IMqttToken> unconfirmed = new ArrayDeque<>();

    public Device(URI broker, String password) throws MqttException {
        this(broker, password, Optional.empty());
    }

    /**
     * A device that is told whom to trust, and does not look at the name of the broker.
     *
     * @param trust for an address with {@code ssl://}
     */
    public Device(URI broker, String password, SSLContext trust) throws MqttException {
        this(broker, password, Optional.of(trust));
    }

    private Device(URI broker, String password, Optional<SSLContext> trust) throws MqttException {
        client = new MqttAsyncClient(broker.toString(), "device-" + System.nanoTime(), new MemoryPersistence());
        var options = new MqttConnectionOptions();
        options.setUserName("device");
        options.setHttpsHostnameVerificationEnabled(false);
        trust.ifPresent(it -> options.setSocketFactory(it.getSocketFactory()));
        options.setPassword(password.getBytes(UTF_8));
        var welcome = client.connect(options);
        welcome.waitForCompletion(PATIENCE_MILLIS);
        window = Optional.ofNullable(welcome.getResponseProperties().getReceiveMaximum())
                .map(most -> Math.min(most, LARGEST_WINDOW))
                .orElse(LARGEST_WINDOW);
    }

    /** Returns when the broker has confirmed the message. */
    public void publish(String topic, String payload) throws MqttException {
        send(topic, payload.getBytes(UTF_8), 1, false);
        confirm();
    }

    /** Returns as soon as the window has room; {@link #confirm} waits for the rest. */
    public void send(String topic, byte[] payload, int qos, boolean retained) throws MqttException {
        if (unconfirmed.size() >= window) unconfirmed.removeFirst().waitForCompletion(PATIENCE_MILLIS);
        var message = new MqttMessage(payload);
        message.setQos(qos);
        message.setRetained(retained);
        unconfirmed.addLast(client.publish(topic, message));
    }

    /** Waits until the broker has confirmed everything. */
    public void confirm() throws MqttException {
        while (!unconfirmed.isEmpty()) unconfirmed.removeFirst().waitForCompletion(PATIENCE_MILLIS);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) client.disconnect(0).waitForCompletion(PATIENCE_MILLIS);
        client.close(true);
    }
}
