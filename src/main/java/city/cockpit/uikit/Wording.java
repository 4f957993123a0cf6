package city.cockpit.uikit;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the cockpit says to one reader: sentences, numbers and times in one language. Immutable. */
public final class Wording {

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Formats formats;

    public Wording(Locale locale, ZoneId zone) {
        this.locale = Languages.closest(locale);
        this.bundle = Languages.bundle(this.locale);
        this.formats = new Formats(this.locale, zone);
    }

    /** German or English. */
    public Locale locale() {
        return locale;
    }

    public Formats formats() {
        return formats;
    }

    /**
     * The sentence of that name.
     *
     * @param values what stands in for {@code {0}}, {@code {1}}…: texts that are formatted already, or whole numbers that
     *     choose between singular and plural
     * @throws java.util.MissingResourceException there is no such sentence
     */
    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The names as one part of a sentence: "a, b und c". */
    public String list(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        var last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " " + text("list.and") + " " + names.get(last);
    }
}
