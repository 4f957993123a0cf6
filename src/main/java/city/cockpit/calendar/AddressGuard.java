package city.cockpit.calendar;

import city.cockpit.calendar.Flaw.Reason;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps requests that people may send somewhere away from this machine and from networks that are not for everybody: what
 * answers there was not written for strangers. Asks the name service and so blocks; any thread.
 */
@Component
class AddressGuard {

    private final Predicate<InetAddress> isAllowed;

    @Autowired
    AddressGuard(CalendarSettings settings) {
        this(settings.privateAddresses() ? address -> true : AddressGuard::isForEverybody);
    }

    AddressGuard(Predicate<InetAddress> isAllowed) {
        this.isAllowed = isAllowed;
    }

    /** Why nothing may be sent there, if so. The answer holds for as long as Java remembers names: half a minute. */
    Optional<Flaw> refusal(URI address) {
        try {
            var all = InetAddress.getAllByName(address.getHost());
            return Arrays.stream(all).allMatch(isAllowed)
                    ? Optional.empty()
                    : Optional.of(new Flaw(Reason.ADDRESS_REFUSED, address.getHost()));
        } catch (UnknownHostException _) {
            return Optional.of(new Flaw(Reason.HOST_UNKNOWN, address.getHost()));
        }
    }

    /** Whether it is an address of the net, by RFC 6890. */
    static boolean isForEverybody(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isForEverybody(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
                : isGlobalUnicast(bytes);
    }

    private static boolean isForEverybody(int first, int second, int third) {
        var isShared = first == 100 && second >= 64 && second < 128;
        var isForProtocols = first == 192 && second == 0 && (third == 0 || third == 2);
        var isForTests = (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 240 && !isShared && !isForProtocols && !isForTests;
    }

    /** What is handed out is 2000::/3; in it are ways into the older net and addresses for examples. */
    private static boolean isGlobalUnicast(byte[] bytes) {
        var parts = ByteBuffer.wrap(bytes);
        var first = Short.toUnsignedInt(parts.getShort());
        var second = Short.toUnsignedInt(parts.getShort());
        var isTunnel = first == 0x2002 || (first == 0x2001 && second < 0x200);
        return (first & 0xe000) == 0x2000 && !isTunnel && !(first == 0x2001 && second == 0xdb8);
    }
}
