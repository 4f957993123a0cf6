package city.cockpit.mqtt;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;

/**
 * A connection as somebody wants it to be.
 *
 * @param name short and unique in this installation; {@link BrokerConnections#OF_THE_COCKPIT} is taken
 * @param clientId name of the broker's session that keeps messages while the cockpit is away; unique at the broker
 * @param filters topics to listen to, each as the broker is to see it, with {@code $share/GROUP/} in front where several
 *     nodes share the messages; none if it only sends
 * @param formerFilters topics that the session may still hold from earlier and is to forget
 * @param qos asked of the broker: 0, or 1 so that nothing is lost
 */
public record ConnectionPlan(
        String name, BrokerDetails broker, String clientId, List<String> filters, List<String> formerFilters, int qos) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public ConnectionPlan {
        if (!isName(name)) throw new IllegalArgumentException("not the name of a connection: '%.100s'".formatted(name));
        if (clientId.isBlank()) throw new IllegalArgumentException("no client id");
        if (qos < 0 || qos > 1) throw new IllegalArgumentException("QoS " + qos);
        filters.forEach(filter -> MqttTopicValidator.validate(filter, true, true));
        filters = List.copyOf(filters);
        var wanted = filters;
        formerFilters = formerFilters.stream()
                .filter(former -> !wanted.contains(former))
                .distinct()
                .toList();
    }

    /** Whether this can be the name of a connection: 1 to 32 of {@code a-z 0-9 -}, no hyphen in front. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether the session that the broker keeps for one of them serves the other. */
    boolean sharesSessionWith(ConnectionPlan other) {
        return clientId.equals(other.clientId)
                && broker.uri().equals(other.broker.uri())
                && broker.username().equals(other.broker.username());
    }
}
