package city.cockpit.uikit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.ZoneId;
import java.util.Locale;

/** Puts what many pages show into a print once for all of them. Safe on any thread. */
final class Prints {

    /** Tiles and lists in both languages, for everybody and for staff, of two pictures and of some places. */
    private static final int MOST = 600;

    private static final Cache<Look, Print> PRINTS =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private Prints() {}

    /** The words of a language are the same on every page. */
    private record Look(Locale locale, ZoneId zone, Mould mould) {}

    static Print of(Mould mould, Wording words) {
        return PRINTS.get(new Look(words.locale(), words.formats().zone(), mould), look -> Print.of(mould.make(words)));
    }
}
