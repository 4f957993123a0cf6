package city.cockpit.uikit;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/**
 * What the cockpit says to one reader: sentences, numbers and times in one language. It follows the town when that moves
 * to another time zone; apart from that it is immutable. Any thread.
 */
public final class Wording {

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Supplier<ZoneId> zone;
    private volatile Formats formats;

    public Wording(Locale locale, ZoneId zone) {
        this(locale, () -> zone);
    }

    Wording(Locale locale, Supplier<ZoneId> zone) {
        this.locale = Languages.closest(locale);
        this.bundle = Languages.bundle(this.locale);
        this.zone = zone;
        this.formats = new Formats(this.locale, zone.get());
    }

    /** German or English. */
    public Locale locale() {
        return locale;
    }

    /** Ask each time instead of keeping them: they belong to the time zone that is in force. */
    public Formats formats() {
        var current = zone.get();
        if (!formats.zone().equals(current)) formats = new Formats(locale, current);
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
        return new MessageFormat(withNumbers(bundle.getString(key), values), locale).format(values);
    }

    /** Java writes whole numbers as programs do in that country, and they shall stand as on the tiles. */
    private String withNumbers(String sentence, Object... values) {
        var filled = sentence;
        for (var i = 0; i < values.length; i++)
            if (values[i] instanceof Long || values[i] instanceof Integer)
                filled = filled.replace("{" + i + "}", formats().count(((Number) values[i]).longValue()));
        return filled;
    }

    /** The sentence of that name, if there is one. */
    public Optional<String> findText(String key) {
        return bundle.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** The names as one part of a sentence: "a, b und c". */
    public String list(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        var last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " " + text("list.and") + " " + names.get(last);
    }
}
