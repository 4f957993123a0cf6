package city.cockpit.town;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of the screen (sRGB).
 *
 * @param value for example {@code #0b5c8a}, in small letters
 */
public record HexColor(String value) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

    public HexColor {
        if (!FORM.matcher(value).matches())
            throw new IllegalArgumentException("not a colour: '%.20s'".formatted(value));
    }

    /** What a person typed, with or without the number sign, with three or six digits; empty if it is no colour. */
    public static Optional<HexColor> find(String typed) {
        var digits = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^#", "");
        var six = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
        return Optional.of("#" + six)
                .filter(value -> FORM.matcher(value).matches())
                .map(HexColor::new);
    }

    int red() {
        return channel(1);
    }

    int green() {
        return channel(3);
    }

    int blue() {
        return channel(5);
    }

    /** This colour with a share of the other, from 0 to 1. */
    HexColor mixedWith(HexColor other, double share) {
        return new HexColor("#%02x%02x%02x"
                .formatted(
                        mixed(red(), other.red(), share),
                        mixed(green(), other.green(), share),
                        mixed(blue(), other.blue(), share)));
    }

    private int channel(int start) {
        return Integer.parseInt(value, start, start + 2, 16);
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }
}
