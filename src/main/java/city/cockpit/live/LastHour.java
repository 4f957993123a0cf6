package city.cockpit.live;

import city.cockpit.measurement.Kind;
import city.cockpit.measurement.RunningMean;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The readings of an hour, second by second, so that a sensor that floods the town takes no more memory than 3,600 of
 * them. Not thread-safe.
 */
final class LastHour {

    private final Kind kind;
    private final NavigableMap<Instant, Second> seconds = new TreeMap<>();

    LastHour(Kind kind) {
        this.kind = kind;
    }

    /** Takes over a reading; one with the same time as the one before in its second is the same. */
    void add(Instant time, double value) {
        seconds.computeIfAbsent(time.truncatedTo(ChronoUnit.SECONDS), start -> new Second(kind))
                .add(time, value);
    }

    /** Whether a reading of that time was taken over; of several in one second only the last one is known by its time. */
    boolean knows(Instant time) {
        var second = seconds.get(time.truncatedTo(ChronoUnit.SECONDS));
        return second != null && !time.isAfter(second.last);
    }

    /** Forgets what lies before that moment or at it. */
    void forget(Instant until) {
        seconds.headMap(until, true).clear();
    }

    /** Where the hour begins. */
    Optional<Instant> oldest() {
        return seconds.isEmpty() ? Optional.empty() : Optional.of(seconds.firstKey());
    }

    /** How many seconds take room. */
    int seconds() {
        return seconds.size();
    }

    int samples() {
        return seconds.values().stream()
                .mapToInt(second -> second.readings.samples())
                .sum();
    }

    OptionalDouble mean() {
        var mean = new RunningMean(kind);
        seconds.forEach((time, second) ->
                second.readings.mean().ifPresent(value -> mean.add(time, value, second.readings.samples())));
        return mean.mean();
    }

    private static final class Second {

        private final RunningMean readings;
        private Instant last = Instant.MIN;

        Second(Kind kind) {
            readings = new RunningMean(kind);
        }

        void add(Instant time, double value) {
            if (time.equals(last)) return;
            last = time;
            readings.add(time, value);
        }
    }
}
