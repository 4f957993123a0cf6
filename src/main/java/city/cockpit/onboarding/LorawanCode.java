package city.cockpit.onboarding;

import city.cockpit.measurement.SensorId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the QR code on a LoRaWAN device says (LoRa Alliance, Technical Recommendation TR005): who it is, and no key. The
 * current form is {@code LW:D0:…}, two drafts of it are still glued to devices.
 *
 * @param joinEui 16 digits, in capitals
 * @param devEui 16 digits, in capitals
 * @param vendor 4 digits: the number of the maker at the LoRa Alliance
 * @param profile 4 digits: the number that the maker gave to that kind of device
 * @param serial as the maker writes it; empty if the code has none
 */
public record LorawanCode(String joinEui, String devEui, String vendor, String profile, String serial) {

    private static final int LONGEST = 500;
    private static final Pattern EUI = Pattern.compile("[0-9A-F]{16}");
    private static final Pattern PRODUCT = Pattern.compile("[0-9A-F]{8}");
    private static final Pattern CHECK_SUM = Pattern.compile("[0-9A-F]{4}");

    public LorawanCode {
        if (!EUI.matcher(joinEui).matches() || !EUI.matcher(devEui).matches())
            throw new IllegalArgumentException("not an EUI: '%.40s' '%.40s'".formatted(joinEui, devEui));
    }

    /** What became of a text. */
    public sealed interface Scan {

        record Found(LorawanCode code) implements Scan {}

        record Flawed(Flaw flaw) implements Scan {}
    }

    public enum Flaw {
        /** It is no code of a LoRaWAN device, but something else. */
        OTHER,
        /** It begins as one and is cut off, or has another form. */
        FORM,
        /** Its check sum does not fit: a sign was misread. */
        CHECK_SUM
    }

    /** The sensor as network servers name it in topics. */
    public SensorId sensor() {
        return new SensorId(devEui.toLowerCase(Locale.ROOT));
    }

    /** Never throws, whatever was scanned. */
    public static Scan read(String text) {
        var scanned = text.strip();
        if (scanned.length() > LONGEST) return new Scan.Flawed(Flaw.OTHER);
        var upper = scanned.toUpperCase(Locale.ROOT);
        if (upper.startsWith("LW:D0:")) return current(scanned);
        if (upper.startsWith("URN:LW:DP:")) return draft(scanned.substring("URN:LW:DP:".length()), ":", "%");
        if (upper.startsWith("URN:DEV:LW:")) return draft(scanned.substring("URN:DEV:LW:".length()), "_", "_");
        return new Scan.Flawed(upper.startsWith("LW:") ? Flaw.FORM : Flaw.OTHER);
    }

    private static Scan current(String text) {
        var parts = List.of(text.split(":", -1));
        if (parts.size() < 5) return new Scan.Flawed(Flaw.FORM);
        var more = extensions(parts.stream().skip(5));
        var sum = more.getOrDefault('C', "").toUpperCase(Locale.ROOT);
        var end = text.lastIndexOf(":C");
        if (CHECK_SUM.matcher(sum).matches()
                && end >= 0
                && checkSum(text.substring(0, end)) != Integer.parseInt(sum, 16))
            return new Scan.Flawed(Flaw.CHECK_SUM);
        return code(parts.get(2), parts.get(3), parts.get(4), more.getOrDefault('S', ""));
    }

    /** Of what both drafts have in common; they have other signs between their parts. */
    private static Scan draft(String text, String between, String before) {
        var parts = List.of(text.split(Pattern.quote(between), 4));
        if (parts.size() < 3) return new Scan.Flawed(Flaw.FORM);
        var rest = parts.size() > 3 ? parts.get(3).replace("%25", "%") : "";
        var more = extensions(Stream.of(rest.split(Pattern.quote(before), -1)));
        return code(parts.get(0), parts.get(1), parts.get(2), more.getOrDefault('S', ""));
    }

    /** A letter that says what it is, and its value. */
    private static Map<Character, String> extensions(Stream<String> parts) {
        var found = new HashMap<Character, String>();
        parts.filter(part -> part.length() > 1).forEach(part -> found.put(part.charAt(0), part.substring(1)));
        return found;
    }

    private static Scan code(String joinEui, String devEui, String product, String serial) {
        var join = joinEui.toUpperCase(Locale.ROOT);
        var dev = devEui.toUpperCase(Locale.ROOT);
        var made = product.toUpperCase(Locale.ROOT);
        if (!EUI.matcher(join).matches()
                || !EUI.matcher(dev).matches()
                || !PRODUCT.matcher(made).matches()) return new Scan.Flawed(Flaw.FORM);
        return new Scan.Found(new LorawanCode(join, dev, made.substring(0, 4), made.substring(4), serial));
    }

    /** CRC-16/MODBUS over everything before the check sum. */
    private static int checkSum(String text) {
        var sum = 0xFFFF;
        for (var sign : text.getBytes(StandardCharsets.UTF_8)) {
            sum ^= sign & 0xFF;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >>> 1 : sum >>> 1 ^ 0xA001;
        }
        return sum;
    }

    /** Reads the code if it is one. */
    public static Optional<LorawanCode> find(String text) {
        return read(text) instanceof Scan.Found(var code) ? Optional.of(code) : Optional.empty();
    }
}
