package city.cockpit.access.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Where tries come from: an IPv4 address, or the /64 of an IPv6 address, since whoever has one address there has them all. */
record Network(String value) {

    private static final int BYTES_OF_PREFIX = 8;

    /** @param address as the container tells it, in figures */
    static Network of(String address) {
        var isFigures = !address.isEmpty() && address.chars().allMatch(Network::isFigure);
        return new Network(isFigures ? prefix(address) : address);
    }

    /** Only figures, so that no name is ever asked for. */
    private static boolean isFigure(int character) {
        return Character.digit(character, 16) >= 0 || character == '.' || character == ':' || character == '%';
    }

    private static String prefix(String address) {
        return address.contains(":") ? prefixOfSix(address) : address;
    }

    private static String prefixOfSix(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? HexFormat.ofDelimiter(":").formatHex(six.getAddress(), 0, BYTES_OF_PREFIX)
                : address;
    }
}
