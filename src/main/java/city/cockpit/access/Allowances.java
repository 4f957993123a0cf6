package city.cockpit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * How often something may be done, counted apart for each person, address or whatever the key is. Held in memory and nowhere
 * else, and forgotten an hour after it was last asked for: let every allowance be full again by then. Any thread.
 */
public final class Allowances<K> {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final InstantSource clock;
    private final Cache<K, Bucket> buckets;

    /** @param most no more keys are remembered than about that many */
    public Allowances(InstantSource clock, int most) {
        this.clock = clock;
        buckets = Caffeine.newBuilder()
                .expireAfterAccess(REMEMBERED)
                .ticker(() -> nanos(clock))
                .maximumSize(most)
                .build();
    }

    /**
     * The one of the key.
     *
     * @param burst how often at once
     * @param oneAgain after how long there is one more
     */
    public Bucket of(K key, int burst, Duration oneAgain) {
        return buckets.get(key, asked -> bucket(clock, burst, oneAgain));
    }

    /** One that everybody shares and that is never forgotten. */
    public static Bucket bucket(InstantSource clock, int burst, Duration oneAgain) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(burst).refillGreedy(1, oneAgain))
                .withCustomTimePrecision(new Meter(clock))
                .build();
    }

    private static long nanos(InstantSource clock) {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    private record Meter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos(clock);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
