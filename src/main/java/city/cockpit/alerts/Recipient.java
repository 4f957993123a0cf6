package city.cockpit.alerts;

import city.cockpit.measurement.Severity;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody, or a program, who is told of incidents.
 *
 * @param name what the town calls them, unique
 * @param least the mildest severity of which they want to know, of rules that name nobody
 * @param isDigest whether they are told once an hour, of everything together
 * @param version grows with each change; 0 of one that is not kept yet
 */
public record Recipient(
        String name, Channel channel, String address, Severity least, boolean isDigest, boolean isOn, int version) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_ADDRESS = 500;

    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");
    private static final Pattern TOPIC = Pattern.compile("[^\\s+#$/][^\\s+#]*");

    /** How they are told. The texts are {@code recipient.channel.NAME}. */
    public enum Channel {
        EMAIL,
        /** A POST request with JSON. */
        WEB_HOOK,
        /** A message with JSON at the town's broker. */
        MQTT
    }

    public Recipient {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.contains(";"))
            throw new IllegalArgumentException("not a name: '%.100s'".formatted(name));
        if (!isAddress(channel, address))
            throw new IllegalArgumentException("not an address for %s: '%.100s'".formatted(channel, address));
    }

    /** Whether somebody could be told there. */
    public static boolean isAddress(Channel channel, String address) {
        if (address.length() > LONGEST_ADDRESS) return false;
        return switch (channel) {
            case EMAIL -> MAIL.matcher(address).matches();
            case WEB_HOOK -> isWebAddress(address);
            // Below city/ sensors speak, below cockpit/live/ nodes do.
            case MQTT ->
                TOPIC.matcher(address).matches() && !address.startsWith("city/") && !address.startsWith("cockpit/live");
        };
    }

    private static boolean isWebAddress(String address) {
        try {
            var uri = URI.create(address);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
