package city.cockpit.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** When a device was silent: a function of the times of its readings and of now. */
final class Silence {

    private Silence() {}

    /**
     * The times of silence, oldest first.
     *
     * @param heard times of readings; whatever was before the first one is not asked
     * @param after how long nothing must be heard
     * @param until up to when is looked
     */
    static List<Breach> of(SortedSet<Instant> heard, Duration after, Instant until) {
        var breaches = new ArrayList<Breach>();
        var before = Optional.<Instant>empty();
        for (var time : heard) {
            before.flatMap(last -> between(last, Optional.of(time), after, time))
                    .ifPresent(breaches::add);
            before = Optional.of(time);
        }
        before.flatMap(last -> between(last, Optional.empty(), after, until)).ifPresent(breaches::add);
        return breaches;
    }

    private static Optional<Breach> between(Instant last, Optional<Instant> next, Duration after, Instant until) {
        var raisedAt = last.plus(after);
        return raisedAt.isBefore(until)
                ? Optional.of(new Breach(last, raisedAt, next, Double.NaN, raisedAt))
                : Optional.empty();
    }
}
