package city.cockpit.strategy.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Short name of a part of the strategy, in addresses and tables, for example {@code parkleitsystem}. Never changes. */
public record ItemId(@JsonValue String value) implements Comparable<ItemId> {

    public static final int LONGEST = 60;

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemId {
        if (!FORM.matcher(value).matches())
            throw new IllegalArgumentException("not a short name: '%.100s'".formatted(value));
    }

    /** A short name made of a title: "Straßenbeleuchtung & Co." becomes {@code strassenbeleuchtung-co}. */
    public static ItemId of(String title) {
        var german = title.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var plain = Normalizer.normalize(german, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-", "");
        var cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
        return new ItemId(cut.isEmpty() ? "ohne-namen" : cut);
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
