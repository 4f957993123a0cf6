package city.cockpit.basemap;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps tiles as long as they are fresh, and failures for half a minute, so that a service that is away is not asked for
 * every tile of every visitor. The same tile is asked for once at a time.
 */
@Component
class TileCache {

    private static final Logger log = LoggerFactory.getLogger(TileCache.class);

    static final Duration FAILURE = Duration.ofSeconds(30);

    private static final long MOST_BYTES = 48L << 20;
    private static final int OVERHEAD = 256;

    private final TileFetcher fetcher;
    private final AsyncCache<Tile, Fetched> tiles;
    private volatile boolean away;

    TileCache(TileFetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        tiles = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Tile tile, Fetched fetched) -> weight(fetched))
                .expireAfter(Expiry.creating((Tile tile, Fetched fetched) -> lifetime(fetched)))
                .ticker(ticker)
                .executor(Runnable::run)
                .buildAsync();
    }

    private static int weight(Fetched fetched) {
        return OVERHEAD
                + (fetched instanceof Fetched.Found(var image) ? image.bytes().size() : 0);
    }

    private static Duration lifetime(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Found(var image) -> image.fresh();
            case Fetched.Absent() -> Freshness.LEAST;
            case Fetched.Unavailable(var _) -> FAILURE;
        };
    }

    /**
     * The tile, from memory or from the service. Blocks. Who asks first asks the service on their own thread, so that the
     * tile's time runs from then on and not from whenever another thread gets round to it.
     */
    Fetched tile(Tile tile) {
        var mine = new CompletableFuture<Fetched>();
        var asked = tiles.asMap().putIfAbsent(tile, mine);
        if (asked != null) return asked.join();
        try {
            mine.complete(ask(tile));
        } finally {
            // whatever was thrown: nobody waits for ever
            mine.cancel(false);
        }
        return mine.join();
    }

    private Fetched ask(Tile tile) {
        try {
            var fetched = fetcher.fetch(tile);
            tell(fetched);
            return fetched;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Unavailable("interrupted");
        }
    }

    /** Once when the service goes, once when it is back. */
    private void tell(Fetched fetched) {
        if (fetched instanceof Fetched.Unavailable(var reason)) {
            if (!away) log.warn("The background of the map is not available: {}", reason);
            away = true;
        } else {
            if (away) log.info("The background of the map is available again");
            away = false;
        }
    }
}
