package city.cockpit.label;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.cockpit.measurement.SensorId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands on a label for its sensor: eight signs that cannot be mistaken for each other (Crockford's Base32). They follow
 * from the sensor's id alone, so that a label outlives every database.
 */
record ShortCode(String value) {

    private static final int LENGTH = 8;
    private static final int BITS = 5;
    private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[" + SIGNS + "]{" + LENGTH + "}");

    ShortCode {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a short code: " + value);
    }

    /** The first forty bits of the id's SHA-256. */
    static ShortCode of(SensorId sensor) {
        var bits = 0L;
        var hash = hash(sensor.value());
        for (var i = 0; i < LENGTH * BITS / Byte.SIZE; i++) bits = (bits << Byte.SIZE) | (hash[i] & 0xff);
        var code = new StringBuilder();
        for (var shift = (LENGTH - 1) * BITS; shift >= 0; shift -= BITS)
            code.append(SIGNS.charAt((int) (bits >> shift) & 31));
        return new ShortCode(code.toString());
    }

    /** As people type it: in capitals, with an O for the zero, an I or L for the one, with hyphens or blanks. */
    static Optional<ShortCode> typed(String text) {
        if (text.length() > 4 * LENGTH) return Optional.empty();
        var tidy = text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return FORM.matcher(tidy).matches() ? Optional.of(new ShortCode(tidy)) : Optional.empty();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
