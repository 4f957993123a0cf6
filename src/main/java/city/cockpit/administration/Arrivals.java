package city.cockpit.administration;

import java.time.Instant;
import java.util.Optional;

/** Tells from a growing count when it grew last, as exactly as it is asked. Any thread. */
final class Arrivals {

    private final Instant since;
    private long count;
    private Optional<Instant> newest = Optional.empty();

    Arrivals(Instant since) {
        this.since = since;
    }

    Instant since() {
        return since;
    }

    synchronized Optional<Instant> newest(long nowCounted, Instant now) {
        if (nowCounted > count) {
            count = nowCounted;
            newest = Optional.of(now);
        }
        return newest;
    }
}
