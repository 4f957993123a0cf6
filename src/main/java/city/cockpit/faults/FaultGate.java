package city.cockpit.faults;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Bounds how many reports come from one network and from everywhere. Addresses are held in memory for an hour and nowhere
 * else. Every node counts for itself. Any thread.
 */
@Component
class FaultGate {

    /** A person with several things to say; then one every ten minutes. */
    private static final int FROM_ONE = 5;

    private static final Duration ONE_AGAIN = Duration.ofMinutes(10);

    /** What staff could ever read; then one a minute. */
    private static final int FROM_ALL = 100;

    private static final Duration ALL_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    /** Providers give a household so many bytes of an address of the newer kind. */
    private static final int HOUSEHOLD = 8;

    private final InstantSource clock;
    private final Bucket all;
    private final Cache<String, Bucket> networks;

    FaultGate(InstantSource clock) {
        this.clock = clock;
        all = bucket(FROM_ALL, ALL_AGAIN);
        networks = Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofHours(1))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    boolean admits(String from) {
        var one = networks.get(network(from), network -> bucket(FROM_ONE, ONE_AGAIN));
        if (!one.tryConsume(1)) return false;
        return all.tryConsume(1);
    }

    private static String network(String from) {
        try {
            var address = InetAddress.ofLiteral(from).getAddress();
            return address.length <= HOUSEHOLD ? from : HexFormat.of().formatHex(Arrays.copyOf(address, HOUSEHOLD));
        } catch (IllegalArgumentException e) {
            return from;
        }
    }

    private Bucket bucket(int burst, Duration refill) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(burst).refillGreedy(1, refill))
                .withCustomTimePrecision(new Clock())
                .build();
    }

    private final class Clock implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
