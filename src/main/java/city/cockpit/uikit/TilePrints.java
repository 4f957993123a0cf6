package city.cockpit.uikit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Puts each tile into a print once for all pages that show it. Safe on any thread. */
final class TilePrints {

    /** The tiles of both languages, for everybody and for staff, of two pictures and of some places. */
    private static final int MOST = 500;

    private static final Cache<Look, Print> PRINTS =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private TilePrints() {}

    /** What decides how a tile looks: the words of a language are the same on every page. */
    private record Look(
            Locale locale,
            ZoneId zone,
            TileFace face,
            Optional<Promised> promised,
            boolean isWordsFirst,
            boolean offersMore) {

        static Look of(TileMould mould) {
            var words = mould.words();
            return new Look(
                    words.locale(),
                    words.formats().zone(),
                    mould.face(),
                    mould.promised(),
                    mould.isWordsFirst(),
                    mould.offersMore());
        }
    }

    static Print of(TileMould mould) {
        return PRINTS.get(Look.of(mould), look -> Print.of(mould.make()));
    }
}
