package city.cockpit.transport;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;

/**
 * Drops, before anything else looks at a request, what its sender says about others, unless the sender is a proxy the
 * town has named. What such a proxy says then becomes the address, the scheme and the host of the request.
 */
final class ForwardedHeaders extends ValveBase {

    private static final List<String> HEADERS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-By",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    private final NetMaskSet trusted;

    ForwardedHeaders(Optional<String> trusted) {
        super(true);
        this.trusted = trusted.map(NetMaskSet::parse).orElseGet(NetMaskSet::new);
    }

    /** The library that walks back along the chain of proxies as far as they are trusted. To come after this valve. */
    static RemoteIpValve ofTrusted(String proxies) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(proxies);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!trusted.contains(request.getRemoteAddr())) {
            var headers = request.getCoyoteRequest().getMimeHeaders();
            HEADERS.forEach(headers::removeHeader);
        }
        getNext().invoke(request, response);
    }
}
