package city.cockpit.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands between browsers and the cockpit.
 *
 * @param proxies addresses, or networks like {@code 10.1.0.0/16}, of the proxies whose {@code X-Forwarded-For},
 *     {@code -Proto}, {@code -Host} and {@code -Port} count; those of everybody else are dropped
 */
@ConfigurationProperties("cockpit.web")
record WebSettings(@DefaultValue({}) List<String> proxies) {

    WebSettings {
        proxies = proxies.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(WebSettings::network)
                .toList();
    }

    /** In the form of the web server; empty if nobody is trusted. */
    Optional<String> trusted() {
        return proxies.isEmpty() ? Optional.empty() : Optional.of(String.join(",", proxies));
    }

    /** Names are not looked up: the answer of a name server must not decide who is trusted. */
    private static String network(String text) {
        try {
            var address = InetAddress.ofLiteral(text.split("/", 2)[0]);
            var network = text.contains("/") ? text : text + "/" + 8 * address.getAddress().length;
            return new NetMask(network).toString();
        } catch (IllegalArgumentException e) {
            throw new TransportException(
                    "'%.100s' is no address of a proxy: set cockpit.web.proxies to addresses or networks like 10.1.0.0/16."
                            .formatted(text),
                    e);
        }
    }
}
