package city.sim.broker;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/**
 * Where a broker listens and who asks.
 *
 * @param uri with scheme {@code mqtt}, {@code mqtts}, {@code tcp}, {@code ssl}, {@code ws} or {@code wss} and a host
 */
public record BrokerAddress(URI uri, Optional<Login> login) {

    /** A user name with its password. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }

    private static final Map<String, String> PAHO_SCHEMES =
            Map.of("mqtt", "tcp", "tcp", "tcp", "mqtts", "ssl", "ssl", "ssl", "ws", "ws", "wss", "wss");

    public BrokerAddress {
        if (uri.getScheme() == null || !PAHO_SCHEMES.containsKey(uri.getScheme()) || uri.getHost() == null)
            throw new IllegalArgumentException(
                    "'%s' is no broker address: it looks like mqtt://host:1883".formatted(uri));
    }

    /** Whether everything sent there stays on this machine. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    String forPaho() {
        var scheme = PAHO_SCHEMES.get(uri.getScheme());
        var port = uri.getPort() != -1 ? uri.getPort() : "ssl".equals(scheme) ? 8883 : 1883;
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return scheme + "://" + uri.getHost() + ":" + port + path;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
