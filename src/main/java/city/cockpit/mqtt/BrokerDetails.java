package city.cockpit.mqtt;

import city.cockpit.transport.TrustedAuthority;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the broker is and as whom the cockpit signs in there.
 *
 * @param uri {@code tcp://host:port} or {@code mqtt://}, {@code ssl://host:port} or {@code mqtts://} for TLS, {@code ws://} and {@code wss://} for web sockets
 * @param username empty to sign in without a name
 * @param password belongs to the name
 * @param authority who vouches for the broker's certificate; empty for those Java trusts
 */
public record BrokerDetails(URI uri, String username, String password, Optional<TrustedAuthority> authority) {

    private static final Set<String> ENCRYPTED = Set.of("ssl", "mqtts", "wss");
    private static final Set<String> SCHEMES = Set.of("tcp", "mqtt", "ssl", "mqtts", "ws", "wss");

    /** A broker whose certificate, if it shows one, Java trusts. */
    public BrokerDetails(URI uri, String username, String password) {
        this(uri, username, password, Optional.empty());
    }

    public BrokerDetails {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null)
            throw new IllegalArgumentException(
                    "cockpit.mqtt.broker: '%.200s' is not an address like tcp://host:1883 or ssl://host:8883"
                            .formatted(uri));
    }

    boolean isEncrypted() {
        return ENCRYPTED.contains(uri.getScheme());
    }

    /** Names the broker and nothing secret. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
