package city.cockpit.live;

import city.cockpit.history.Step;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.RunningMean;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The readings of an hour, second by second, so that a sensor that floods the town takes no more memory than 3,600 of
 * them. Not thread-safe.
 */
final class LastHour {

    private final Kind kind;
    private final NavigableMap<Instant, Second> seconds = new TreeMap<>();
    /** Where the reading before lies: with the next one, nearly always. */
    private @Nullable Second latest;

    LastHour(Kind kind) {
        this.kind = kind;
    }

    /** Takes over a reading; one with the same time as the one before in its second is the same. */
    void add(Instant time, double value) {
        var start = secondOf(time);
        var second = latest;
        if (second == null || !second.start.equals(start)) {
            second = seconds.computeIfAbsent(start, begin -> new Second(kind, begin));
            latest = second;
        }
        second.add(time, value);
    }

    /**
     * Takes over what history knows of a second, where that is more than is known here.
     *
     * @param second one second of a course
     * @param until when history was asked: what came later is not in it
     */
    void fill(Step second, Instant until) {
        var known = seconds.get(second.start());
        if (known != null && known.readings.samples() >= second.samples()) return;
        var end = second.start().plusSeconds(1);
        seconds.put(second.start(), new Second(kind, second, end.isAfter(until) ? until : end));
        latest = null;
    }

    /** Whether a reading of that time was taken over; of several in one second only the last one is known by its time. */
    boolean knows(Instant time) {
        var second = seconds.get(secondOf(time));
        return second != null && !time.isAfter(second.last);
    }

    /** Forgets what lies before that moment or at it. */
    void forget(Instant until) {
        seconds.headMap(secondOf(until), true).clear();
        latest = null;
    }

    /** As in history, a count belongs to the second that ends with it. */
    private Instant secondOf(Instant time) {
        return (kind == Kind.TALLY ? time.minus(1, ChronoUnit.MICROS) : time).truncatedTo(ChronoUnit.SECONDS);
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
        seconds.values().forEach(second -> mean.add(second.readings));
        return mean.mean();
    }

    private static final class Second {

        private final Instant start;
        private final RunningMean readings;
        private Instant last = Instant.MIN;

        Second(Kind kind, Instant start) {
            this.start = start;
            readings = new RunningMean(kind);
        }

        Second(Kind kind, Step kept, Instant last) {
            this(kind, kept.start());
            readings.add(kept.start(), kept.mean(), kept.samples());
            this.last = last;
        }

        void add(Instant time, double value) {
            if (time.equals(last)) return;
            last = time;
            readings.add(time, value);
        }
    }
}
