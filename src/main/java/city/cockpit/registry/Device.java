package city.cockpit.registry;

import city.cockpit.measurement.SensorId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The thing that hangs there, which may be swapped for another.
 *
 * @param kind what it is, in words, e.g. "Schallpegelmesser"; empty if nobody said
 * @param model maker and type; empty if nobody said
 * @param serial number of the maker or DevEUI; empty if nobody said
 * @param since the day on which it was put up
 */
public record Device(String kind, String model, String serial, Optional<LocalDate> since) {

    public static final int LONGEST_TEXT = 100;

    private static final int DIGITS_OF_DEV_EUI = 16;
    private static final Pattern DEV_EUI = Pattern.compile("[0-9a-f]{%d}".formatted(DIGITS_OF_DEV_EUI));
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[-: ]");

    /** Nobody has said anything. */
    public static final Device UNKNOWN = new Device("", "", "", Optional.empty());

    public Device {
        Texts.check("kind", kind, LONGEST_TEXT);
        Texts.check("model", model, LONGEST_TEXT);
        Texts.check("serial", serial, LONGEST_TEXT);
    }

    /**
     * Under which the network server tells of it, if it is a LoRaWAN device: its DevEUI, sixteen hexadecimal digits, in small
     * letters; empty if its number is none.
     */
    public Optional<SensorId> devEui() {
        if (serial.length() < DIGITS_OF_DEV_EUI) return Optional.empty();
        var digits = BETWEEN_DIGITS.matcher(serial).replaceAll("").toLowerCase(Locale.ROOT);
        return DEV_EUI.matcher(digits).matches() ? Optional.of(new SensorId(digits)) : Optional.empty();
    }
}
