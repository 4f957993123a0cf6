package city.sim.bench;

import city.sim.broker.OwnBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * What the cockpit is compared with, as processes of their own: a subscriber that acknowledges and does nothing else,
 * and a broker with nothing behind it. Each line on standard input is answered; the end of input ends it.
 */
final class Yardstick {

    private Yardstick() {}

    /** {@code subscriber URI NAME PASSWORD RECEIVE_MAXIMUM} or {@code broker FOLDER PORT}. */
    public static void main(String[] arguments) throws Exception {
        if ("broker".equals(arguments[0])) broker(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        else subscriber(arguments[1], arguments[2], arguments[3], Integer.parseInt(arguments[4]));
        Runtime.getRuntime().halt(0);
    }

    private static void broker(Path folder, int port) throws IOException {
        try (var _ = OwnBroker.start(folder, port)) {
            answer(() -> 0);
        }
    }

    private static void subscriber(String uri, String name, String password, int receiveMaximum)
            throws MqttException, IOException {
        var received = new LongAdder();
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3_600L);
        options.setReceiveMaximum(receiveMaximum);
        options.setTopicAliasMaximum(0);
        if (!name.isEmpty()) {
            options.setUserName(name);
            options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        }
        var client = new MqttAsyncClient(
                URI.create(uri).toString().replace("mqtt:", "tcp:"), "bare", new MemoryPersistence());
        client.setCallback(new Counting(received));
        client.connect(options).waitForCompletion(10_000);
        client.subscribe("city/#", 1).waitForCompletion(10_000);
        answer(received::sum);
    }

    private interface Figure {
        long value();
    }

    private static void answer(Figure figure) throws IOException {
        System.out.println("ready");
        try (var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (questions.readLine() != null) System.out.println(figure.value());
        }
    }

    /** Paho acknowledges by itself when this returns. */
    private record Counting(LongAdder received) implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            received.increment();
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            // The count stands still, which the bench notices.
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
            // It is waited for.
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // No extended authentication.
        }
    }
}
