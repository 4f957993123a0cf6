package city.cockpit.access.web;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import org.apache.tomcat.util.net.IPv6Utils;

/** From where a request comes, in the one short form that an address has (RFC 5952): {@code ::1}. */
public final class ClientAddress {

    private ClientAddress() {}

    /** As far as trusted proxies tell; no name is ever asked for. */
    public static String of(ServletRequest request) {
        return shortest(request.getRemoteAddr());
    }

    /** What is no address stays as it is: it comes from a proxy that is set up in its own way. */
    static String shortest(String address) {
        try {
            return IPv6Utils.canonize(InetAddress.ofLiteral(address).getHostAddress());
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
