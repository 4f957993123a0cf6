package city.cockpit.basemap;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long a tile may be kept: as its service says, but an hour at least and a week at most. */
final class Freshness {

    static final Duration LEAST = Duration.ofHours(1);
    static final Duration MOST = Duration.ofDays(7);
    static final Duration UNSAID = Duration.ofDays(1);

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");

    private Freshness() {}

    /** @param cacheControl header of the answer; may be empty */
    static Duration of(String cacheControl) {
        if (cacheControl.contains("no-store") || cacheControl.contains("no-cache")) return LEAST;
        var found = MAX_AGE.matcher(cacheControl);
        if (!found.find()) return UNSAID;
        var said = Duration.ofSeconds(Long.parseLong(found.group(1)));
        if (said.compareTo(LEAST) < 0) return LEAST;
        return said.compareTo(MOST) > 0 ? MOST : said;
    }
}
