package city.cockpit.alerts;

import city.cockpit.measurement.Severity;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody, or a program, who is told of incidents.
 *
 * @param name what the town calls them, unique
 * @param language in which they read mails; what programs are told holds both
 * @param least the mildest severity of which they want to know, of rules that name nobody
 * @param isDigest whether they are told once an hour, of everything together
 * @param version grows with each change; 0 of one that is not kept yet
 */
public record Recipient(
        String name,
        Channel channel,
        String address,
        Language language,
        Severity least,
        boolean isDigest,
        boolean isOn,
        int version) {

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

    /** In what they are told. The texts are {@code recipient.language.NAME}. */
    public enum Language {
        /** Nobody has asked who reads it. */
        BOTH,
        GERMAN,
        ENGLISH;

        List<Locale> locales() {
            return switch (this) {
                case BOTH -> List.of(Locale.GERMAN, Locale.UK);
                case GERMAN -> List.of(Locale.GERMAN);
                case ENGLISH -> List.of(Locale.UK);
            };
        }
    }

    public Recipient {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.contains(";"))
            throw new IllegalArgumentException("not a name: '%.100s'".formatted(name));
        if (!isAddress(channel, address))
            throw new IllegalArgumentException("not an address for %s: '%.100s'".formatted(channel, address));
    }

    /** The same, told from now on or not. */
    public Recipient switched(boolean on) {
        return new Recipient(name, channel, address, language, least, isDigest, on, version);
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
