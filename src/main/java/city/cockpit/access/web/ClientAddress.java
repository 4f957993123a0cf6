package city.cockpit.access.web;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.tomcat.util.net.IPv6Utils;

/** From where a request comes, in the one short form that an address has (RFC 5952): {@code ::1}. */
public final class ClientAddress {

    /** Of an IPv4 address the last quarter goes, */
    private static final int WRITTEN_OF_FOUR = 3;

    /** and of an IPv6 address everything within the network of a provider's customer. */
    private static final int WRITTEN_OF_SIX = 6;

    private ClientAddress() {}

    /** As far as trusted proxies tell; no name is ever asked for. */
    public static String of(ServletRequest request) {
        return shortest(request.getRemoteAddr());
    }

    /**
     * What may be written down of an address: the network that many share ({@code 192.0.2.0/24}, {@code 2001:db8:7::/48}), so
     * that no line leads to one connection. Empty of what is no address.
     */
    public static String network(String address) {
        try {
            var whole = InetAddress.ofLiteral(address).getAddress();
            var written = whole.length == 4 ? WRITTEN_OF_FOUR : WRITTEN_OF_SIX;
            var network = Arrays.copyOf(Arrays.copyOf(whole, written), whole.length);
            return shortest(InetAddress.getByAddress(network).getHostAddress()) + "/" + written * Byte.SIZE;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return "";
        }
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
