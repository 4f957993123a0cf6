package city.cockpit.onboarding;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people type them, with a comma or a point. */
public final class Numbers {

    private static final Pattern FORM = Pattern.compile("[+-]?\\d{1,12}([.,]\\d{1,12})?");

    private Numbers() {}

    /** Empty if it is none. */
    public static OptionalDouble find(String typed) {
        var text = typed.strip().replace('\u2212', '-');
        return FORM.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text.replace(',', '.')))
                : OptionalDouble.empty();
    }
}
