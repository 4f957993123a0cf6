package city.cockpit.measurement;

import java.util.Locale;
import java.util.Optional;

/**
 * One class of a {@link Scheme}.
 *
 * @param key name of the class, unique in its scheme, for example {@code very_good}
 * @param severity how much attention this cockpit gives it; publishers do not say
 * @param lower lower end; infinite for a class that is open below
 * @param upper upper end; infinite for the open class at the top
 * @param color what the publisher paints it, for example {@code #50F0E6}; screens use their own colours on tiles
 * @param germanWord what German screens call it, for example "sehr gut"
 * @param englishWord what English screens call it
 */
public record Band(
        String key,
        Severity severity,
        double lower,
        double upper,
        Optional<String> color,
        String germanWord,
        String englishWord) {

    public Band {
        if (!(lower <= upper)) throw new IllegalArgumentException("empty band " + key);
    }

    public String word(Locale locale) {
        return locale.getLanguage().equals("de") ? germanWord : englishWord;
    }
}
