package city.cockpit.live;

import city.cockpit.measurement.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices that history is being filled in. A sensor that reports late now and then, or whose clock is wrong, is no such
 * thing: it takes many late readings between two looks. Safe for several threads.
 */
final class LateReadings {

    private static final Duration LATE = Duration.ofHours(1);

    /** What arrives late between two pictures when somebody fills in on purpose. */
    private static final int MANY = 50;

    /** A pause of the sender is no end. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Of so many late readings one may have a time that says nothing. */
    private static final int ONE_WRONG_OF = 10;

    private @Nullable Instant lastMany;
    private @Nullable Instant reachedBackTo;
    private long readings;
    private int sinceLastLook;

    /** Takes over stored readings, which may be late ones. */
    void add(Collection<Reading> stored, Instant now) {
        var late = stored.stream()
                .map(Reading::phenomenonTime)
                .filter(now.minus(LATE)::isAfter)
                .sorted()
                .toList();
        if (!late.isEmpty()) add(late.size(), late.get(late.size() / ONE_WRONG_OF), late.size() >= ONE_WRONG_OF);
    }

    private synchronized void add(int late, Instant back, boolean isMeaningful) {
        sinceLastLook += late;
        readings += late;
        if (isMeaningful && (reachedBackTo == null || back.isBefore(reachedBackTo))) reachedBackTo = back;
    }

    /** What is being filled in now; empty when that has not begun or is over. To be asked with every picture. */
    synchronized Optional<CatchUp> look(Instant now) {
        if (sinceLastLook >= MANY) lastMany = now;
        sinceLastLook = 0;
        if (lastMany == null || !now.isBefore(lastMany.plus(PAUSE))) {
            lastMany = null;
            reachedBackTo = null;
            readings = 0;
        }
        return Optional.ofNullable(reachedBackTo).map(back -> new CatchUp(readings, back));
    }
}
