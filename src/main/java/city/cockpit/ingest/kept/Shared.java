package city.cockpit.ingest.kept;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that everybody gets who asks within two seconds. Any thread; blocks while it is fetched. */
final class Shared<T> {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Supplier<T> source;
    private final InstantSource clock;
    private @Nullable T answer;
    private Instant askedAt = Instant.EPOCH;

    Shared(Supplier<T> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    synchronized T get() {
        var known = answer;
        if (known != null && clock.instant().isBefore(askedAt.plus(FRESH))) return known;
        known = source.get();
        answer = known;
        askedAt = clock.instant();
        return known;
    }

    /** Whoever asks next gets what is true then. */
    synchronized void renew() {
        answer = null;
    }
}
