package city.cockpit.mqtt;

import java.net.URI;
import java.util.Set;

/**
 * Where the broker is and as whom the cockpit signs in there.
 *
 * @param uri {@code tcp://host:port} or {@code mqtt://}, {@code ssl://host:port} or {@code mqtts://} for TLS with the
 *     certificates Java trusts, {@code ws://} and {@code wss://} for web sockets
 * @param username empty to sign in without a name
 * @param password belongs to the name
 */
public record BrokerDetails(URI uri, String username, String password) {

    private static final Set<String> SCHEMES = Set.of("tcp", "mqtt", "ssl", "mqtts", "ws", "wss");

    public BrokerDetails {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null)
            throw new IllegalArgumentException(
                    "cockpit.mqtt.broker: '%.200s' is not an address like tcp://host:1883 or ssl://host:8883"
                            .formatted(uri));
    }

    /** Names the broker and nothing secret. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
