package city.cockpit.registry.rights;

import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who may come to the broker, without anything secret.
 *
 * @param name with which it signs in
 * @param sensor whose device it is; empty for a gateway, which speaks for several
 * @param title what people call a gateway; empty for a device
 * @param topicName what a device is called in its topics
 * @param clientId the only one it may use; empty for any that belongs to nobody else
 * @param topics what it may publish
 * @param state whether it is let in
 * @param passwordAt when its password was made; empty where the one of the installation holds
 */
public record Account(
        String name,
        Optional<SensorId> sensor,
        String title,
        String topicName,
        String clientId,
        List<String> topics,
        State state,
        Optional<Instant> passwordAt,
        long version) {

    /** The account that all devices shared before each had its own. */
    public static final String SHARED = "device";

    public static final int LONGEST_NAME = 64;
    public static final int LONGEST_TITLE = 100;

    /** The texts are {@code rights.state.NAME}. */
    public enum State {
        OPEN,
        LOCKED,
        /** Its sensor is retired. */
        RETIRED
    }

    public Account {
        topics = List.copyOf(topics);
    }

    /** Whether an account may be bound to that client id; empty binds to none. */
    public static boolean isClientId(String text) {
        return text.matches("[A-Za-z0-9_.:-]{0,64}") && !text.startsWith("cockpit");
    }

    public boolean isGateway() {
        return sensor.isEmpty();
    }
}
