package city.sim.broker;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where a broker listens and who asks.
 *
 * @param uri with scheme {@code mqtt}, {@code mqtts}, {@code tcp}, {@code ssl}, {@code ws} or {@code wss} and a host
 * @param trust who vouches for the certificate of an encrypted broker; empty for those Java trusts
 */
public record BrokerAddress(URI uri, Optional<Login> login, Optional<Trust> trust) {

    /** A user name with its password. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }

    /** A broker whose certificate, if it shows one, Java trusts. */
    public BrokerAddress(URI uri, Optional<Login> login) {
        this(uri, login, Optional.empty());
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

    /** What Paho needs to know of encryption; empty for its own defaults. */
    Optional<SSLSocketFactory> sockets() {
        return isEncrypted() ? trust.map(Trust::sockets) : Optional.empty();
    }

    private boolean isEncrypted() {
        return List.of("ssl", "wss").contains(PAHO_SCHEMES.get(uri.getScheme()));
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
