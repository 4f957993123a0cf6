package city.cockpit.registry;

import java.time.LocalDate;
import java.util.Optional;

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

    /** Nobody has said anything. */
    public static final Device UNKNOWN = new Device("", "", "", Optional.empty());

    public Device {
        Texts.check("kind", kind, LONGEST_TEXT);
        Texts.check("model", model, LONGEST_TEXT);
        Texts.check("serial", serial, LONGEST_TEXT);
    }
}
