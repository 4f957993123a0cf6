package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * What is made of a picture for the readers of a language: of the newest picture once for all their pages. Safe on any
 * thread.
 */
final class PerPicture<T> {

    private final BiFunction<CityPicture, Wording, T> make;
    private final Map<Readers, Made<T>> newest = new ConcurrentHashMap<>();

    PerPicture(BiFunction<CityPicture, Wording, T> make) {
        this.make = make;
    }

    /** Who reads: a language, whether what is internal may be seen, and whether of the past. */
    private record Readers(Locale locale, boolean isWhole, boolean isPast) {}

    private record Made<T>(long version, Instant at, ZoneId zone, T value) {

        boolean isOf(CityPicture picture, ZoneId current) {
            return version == picture.version() && at.equals(picture.at()) && zone.equals(current);
        }
    }

    T of(CityPicture picture, Wording words) {
        var zone = words.formats().zone();
        var readers = new Readers(words.locale(), picture.isWhole(), picture.isPast());
        var made = newest.get(readers);
        if (made != null && made.isOf(picture, zone)) return made.value();
        var value = make.apply(picture, words);
        newest.put(readers, new Made<>(picture.version(), picture.at(), zone, value));
        return value;
    }
}
