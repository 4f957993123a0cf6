package city.cockpit.measurement;

import java.util.Locale;

/**
 * One class of a norm.
 *
 * @param key name of the class, unique in its norm, for example {@code very_good}
 * @param lower smallest value of the class, inclusive, after rounding to a whole number
 * @param upper largest value, inclusive; infinite for the open class at the top
 * @param germanWord what German screens call it, for example "sehr gut"
 * @param englishWord what English screens call it
 */
public record Band(String key, Severity severity, double lower, double upper, String germanWord, String englishWord) {

    public Band {
        if (!(lower <= upper)) throw new IllegalArgumentException("empty band " + key);
    }

    public String word(Locale locale) {
        return locale.getLanguage().equals("de") ? germanWord : englishWord;
    }
}
