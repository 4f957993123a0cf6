package city.sim;

import city.sim.broker.BrokerAddress;
import city.sim.broker.Subscription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Stands in for the cockpit: hears everything below {@code city/} and writes it down. */
public final class Cockpit implements AutoCloseable {

    /** One message as it arrived. */
    public record Heard(String topic, String payload) {}

    private static final Pattern BETWEEN = Pattern.compile("(?<=}}),(?=\\{\"time\")");

    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final Subscription subscription;

    public Cockpit(BrokerAddress broker) throws MqttException {
        subscription = Subscription.open(
                broker,
                "city/#",
                (topic, payload) -> heard.add(new Heard(topic, new String(payload, StandardCharsets.UTF_8))));
    }

    /** Everything heard so far, in the order of arrival. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The single reports that arrived on the topic so far, each as it was written, also out of packets of many. */
    public List<String> reports(String topic) {
        return on(topic).stream()
                .flatMap(payload -> BETWEEN.splitAsStream(
                        payload.startsWith("[") ? payload.substring(1, payload.length() - 1) : payload))
                .toList();
    }

    /** What arrived on the topic so far. */
    public List<String> on(String topic) {
        return heard.stream()
                .filter(message -> message.topic().equals(topic))
                .map(Heard::payload)
                .toList();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
