package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one series did in each quarter of an hour of a span, in little memory, since there are as many of them as series.
 * Filled by one thread; then any thread may read.
 */
public final class Quarters {

    public static final Duration LENGTH = Duration.ofMinutes(15);

    /** Of one quarter; the others together are less. */
    private static final int BYTES = 52;

    private static final long NEVER = Long.MIN_VALUE;

    private final SeriesId series;
    private final long first;
    private final Optional<Reading> before;
    private final int[] samples;
    private final double[] means;
    private final long[] newestTimes;
    private final double[] newestValues;
    private final short[] newestQualities;
    private final long[] doubtTimes;
    private final double[] doubtValues;
    private final short[] doubtQualities;

    /** @param before the newest plausible reading before the span; empty if there is none */
    public Quarters(SeriesId series, Interval span, Optional<Reading> before) {
        this.series = series;
        this.first = numberOf(span.from());
        this.before = before;
        var length = Math.toIntExact(numberOf(span.to().minusNanos(1)) - first + 1);
        samples = new int[length];
        means = new double[length];
        newestTimes = never(length);
        newestValues = new double[length];
        newestQualities = new short[length];
        doubtTimes = never(length);
        doubtValues = new double[length];
        doubtQualities = new short[length];
    }

    private static long[] never(int length) {
        var times = new long[length];
        Arrays.fill(times, NEVER);
        return times;
    }

    /**
     * One quarter in which something was measured.
     *
     * @param start its begin; a tally counts in the quarter that ends with it
     * @param samples how many believed readings there are; with none, the mean says nothing
     * @param mean as in a {@link Step}
     * @param newest the newest believed reading
     * @param doubt the newest reading that nobody believes
     */
    public record Quarter(Instant start, int samples, double mean, Optional<Reading> newest, Optional<Reading> doubt) {}

    /** Number of a quarter since 1970. */
    private static long numberOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), LENGTH.toSeconds());
    }

    public void put(Quarter quarter) {
        var at = Math.toIntExact(numberOf(quarter.start()) - first);
        samples[at] = quarter.samples();
        means[at] = quarter.mean();
        quarter.newest().ifPresent(reading -> put(reading, at, newestTimes, newestValues, newestQualities));
        quarter.doubt().ifPresent(reading -> put(reading, at, doubtTimes, doubtValues, doubtQualities));
    }

    private static void put(Reading reading, int at, long[] times, double[] values, short[] qualities) {
        times[at] = ChronoUnit.MICROS.between(Instant.EPOCH, reading.phenomenonTime());
        values[at] = reading.value();
        qualities[at] = reading.quality().flags();
    }

    /** The newest plausible reading before the first quarter. */
    public Optional<Reading> before() {
        return before;
    }

    /** The newest plausible reading before that moment, which begins a quarter. */
    public Optional<Reading> newestBefore(Instant moment) {
        for (var at = (int) Math.min(samples.length, numberOf(moment) - first) - 1; at >= 0; at--)
            if (newestTimes[at] != NEVER) return reading(at, newestTimes, newestValues, newestQualities);
        return before;
    }

    /** The quarters that begin in the span, oldest first; those in which nothing was measured are left out. */
    public List<Quarter> in(Interval span) {
        var found = new ArrayList<Quarter>();
        var from = Math.max(0, numberOf(span.from()) - first);
        var to = Math.min(samples.length, numberOf(span.to().minusNanos(1)) - first + 1);
        for (var at = (int) from; at < to; at++)
            if (newestTimes[at] != NEVER || doubtTimes[at] != NEVER) found.add(quarter(at));
        return found;
    }

    private Quarter quarter(int at) {
        return new Quarter(
                Instant.ofEpochSecond((first + at) * LENGTH.toSeconds()),
                samples[at],
                means[at],
                reading(at, newestTimes, newestValues, newestQualities),
                reading(at, doubtTimes, doubtValues, doubtQualities));
    }

    private Optional<Reading> reading(int at, long[] times, double[] values, short[] qualities) {
        if (times[at] == NEVER) return Optional.empty();
        return Optional.of(new Reading(
                series, Instant.EPOCH.plus(times[at], ChronoUnit.MICROS), values[at], new Quality(qualities[at])));
    }

    /** About how much memory they take. */
    public int bytes() {
        return BYTES * samples.length;
    }
}
