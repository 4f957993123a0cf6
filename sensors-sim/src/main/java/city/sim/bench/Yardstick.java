package city.sim.bench;

import city.sim.broker.BrokerAddress;
import city.sim.broker.OwnBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
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
 * What the cockpit is compared with, as processes of their own: a subscriber that acknowledges and does nothing else, a
 * broker with nothing behind it, and publishers made of Paho. Each line on standard input is answered; the end of input ends it.
 */
final class Yardstick {

    /** One alone does not get beyond some 10,000 messages a second. */
    private static final int CONNECTIONS = 4;

    private Yardstick() {}

    /**
     * {@code subscriber URI NAME PASSWORD RECEIVE_MAXIMUM} answers how many messages it has received; {@code broker FOLDER
     * PORT} answers nothing of interest; {@code publishers} obeys {@code open URI NAME PASSWORD VALUES}, {@code run RATE
     * SECONDS}, which is answered by how many messages were sent, {@code drain} and {@code close}.
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "broker" -> broker(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "publishers" -> publishers();
            default -> subscriber(arguments[1], arguments[2], arguments[3], Integer.parseInt(arguments[4]));
        }
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

    private static void publishers() throws Exception {
        Publishers open = null;
        System.out.println("ready");
        try (var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var question = questions.readLine(); question != null; question = questions.readLine()) {
                var words = question.split(" ", -1);
                var before = open == null ? 0 : open.sent();
                switch (words[0]) {
                    case "open" -> open = publishers(words);
                    case "run" ->
                        Objects.requireNonNull(open).run(Integer.parseInt(words[1]), Double.parseDouble(words[2]));
                    case "drain" -> Objects.requireNonNull(open).drain();
                    case "close" -> Objects.requireNonNull(open).close();
                    default -> throw new IllegalArgumentException(question);
                }
                System.out.println(words[0].equals("run") ? open.sent() - before : 0);
            }
        }
    }

    private static Publishers publishers(String[] words) throws IOException {
        var login = words[2].isEmpty()
                ? Optional.<BrokerAddress.Login>empty()
                : Optional.of(new BrokerAddress.Login(words[2], words[3]));
        return Publishers.ofPaho(
                new BrokerAddress(URI.create(words[1]), login),
                Clock.systemUTC(),
                CONNECTIONS,
                Integer.parseInt(words[4]));
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
