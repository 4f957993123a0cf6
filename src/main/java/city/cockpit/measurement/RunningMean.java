package city.cockpit.measurement;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Mean of values of one {@link Kind} that arrive one by one, in any order: decibels as energy (LAeq of equally long
 * parts, ISO 1996-1), directions as the direction of the sum of unit vectors, meters, states and percentile levels as the newest
 * value, maximum levels as the highest, tallies as their sum, because half of two counts of one hour is a count of nothing; everything else arithmetically. Not
 * thread-safe.
 */
public final class RunningMean {

    private final Kind kind;
    private int samples;
    private double sum;
    private double crossSum;
    private Instant newest = Instant.MIN;

    public RunningMean(Kind kind) {
        this.kind = kind;
    }

    public void add(Instant time, double value) {
        add(time, value, 1);
    }

    /** Adds several values at once, given as what {@link #mean} said of them. */
    public void add(Instant time, double mean, int count) {
        samples += count;
        switch (kind) {
            case LEVEL, COUNT -> sum += mean * count;
            case TALLY -> sum += mean;
            case DECIBEL -> sum += Math.pow(10, mean / 10) * count;
            case DIRECTION -> {
                sum += Math.cos(Math.toRadians(mean)) * count;
                crossSum += Math.sin(Math.toRadians(mean)) * count;
            }
            case MAXIMUM -> sum = samples == count ? mean : Math.max(sum, mean);
            case METER, STATE, PERCENTILE -> {
                if (!time.isBefore(newest)) sum = mean;
            }
        }
        if (time.isAfter(newest)) newest = time;
    }

    /** Adds what another one of the same kind has taken, without the detour over its mean. */
    public void add(RunningMean other) {
        if (other.kind != kind) throw new IllegalArgumentException("%s and %s".formatted(kind, other.kind));
        if (other.samples == 0) return;
        switch (kind) {
            case LEVEL, COUNT, TALLY, DECIBEL -> sum += other.sum;
            case DIRECTION -> {
                sum += other.sum;
                crossSum += other.crossSum;
            }
            case MAXIMUM -> sum = samples == 0 ? other.sum : Math.max(sum, other.sum);
            case METER, STATE, PERCENTILE -> {
                if (!other.newest.isBefore(newest)) sum = other.sum;
            }
        }
        samples += other.samples;
        if (other.newest.isAfter(newest)) newest = other.newest;
    }

    public int samples() {
        return samples;
    }

    /**
     * The mean, of tallies the sum, in the unit of the values; empty before the first value and for directions that cancel
     * each other.
     */
    public OptionalDouble mean() {
        if (samples == 0) return OptionalDouble.empty();
        return switch (kind) {
            case LEVEL, COUNT -> OptionalDouble.of(sum / samples);
            case DECIBEL -> OptionalDouble.of(10 * Math.log10(sum / samples));
            case DIRECTION -> direction();
            case TALLY, METER, STATE, MAXIMUM, PERCENTILE -> OptionalDouble.of(sum);
        };
    }

    private OptionalDouble direction() {
        if (Math.hypot(sum, crossSum) < 1e-9 * samples) return OptionalDouble.empty();
        var degrees = Math.toDegrees(Math.atan2(crossSum, sum));
        return OptionalDouble.of(degrees < 0 ? degrees + 360 : degrees);
    }
}
