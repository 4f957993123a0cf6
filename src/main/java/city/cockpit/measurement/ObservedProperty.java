package city.cockpit.measurement;

import java.util.Locale;
import java.util.Optional;

/**
 * What is observed (OGC: ObservedProperty). What ships stands in {@code observed-properties.csv}.
 *
 * @param key short name in topics, payloads and addresses, for example {@code pm2_5}
 * @param domain tile under which it is shown
 * @param kind how its values combine over time
 * @param unit unit of every stored value
 * @param decimals digits after the decimal point on screens, 0 to 6
 * @param lowest smallest value that is possible in nature, inclusive
 * @param highest largest value that is possible in nature, inclusive
 * @param plausible which of the possible values are believed, unless a place has its own range
 * @param neighbours how far they may differ from the ones before and after
 * @param scale how the town judges it; empty of what ships, which published schemes judge, and where it says nothing
 * @param germanName name on German screens
 * @param englishName name on English screens
 */
public record ObservedProperty(
        String key,
        Domain domain,
        Kind kind,
        Unit unit,
        int decimals,
        double lowest,
        double highest,
        PlausibleRange plausible,
        NeighbourLimits neighbours,
        Optional<TownScale> scale,
        String germanName,
        String englishName) {

    public ObservedProperty {
        if (!key.matches("[a-z][a-z0-9_]{0,31}"))
            throw new IllegalArgumentException("not the key of an observed property: '%.100s'".formatted(key));
        if (decimals < 0 || decimals > 6) throw new IllegalArgumentException("decimals of " + key + ": " + decimals);
        if (!(lowest < highest)) throw new IllegalArgumentException("empty range of " + key);
    }

    /** Whether nature allows the value; not whether it is likely. */
    public boolean isPossible(double value) {
        return value >= lowest && value <= highest;
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("de") ? germanName : englishName;
    }
}
