package city.cockpit.onboarding;

import city.cockpit.measurement.SensorId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Short names for addresses and topics, made of words. */
final class Names {

    private static final int LONGEST = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private Names() {}

    /** For example {@code schulhof-sued}; empty if the words have no letter and no digit. */
    static Optional<String> of(String words) {
        var plain = words.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var letters =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        var name = EDGES.matcher(OTHERS.matcher(letters).replaceAll("-")).replaceAll("");
        var cut = name.length() > LONGEST
                ? EDGES.matcher(name.substring(0, LONGEST)).replaceAll("")
                : name;
        return Optional.of(cut).filter(SensorId::isWellFormed);
    }

    /** The same with a number behind it, if it is taken. */
    static String free(String name, Predicate<String> taken) {
        var free = name;
        for (var n = 2; taken.test(free); n++) free = name + "-" + n;
        return free;
    }
}
