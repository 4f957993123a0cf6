package city.cockpit.history.rollup;

import city.cockpit.measurement.Quality;
import java.util.Arrays;

/** Readings of one series in the order of their time, in little memory: there may be a million of an hour. */
final class Rows {

    private long[] micros = new long[64];
    private double[] values = new double[64];
    private short[] flags = new short[64];
    private int size;

    void add(long atMicros, double value, short quality) {
        if (size > 0 && atMicros <= micros[size - 1]) throw new IllegalArgumentException("not in the order of time");
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size * 2);
            values = Arrays.copyOf(values, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
        }
        micros[size] = atMicros;
        values[size] = value;
        flags[size] = quality;
        size++;
    }

    /** How many of them are of that time. */
    int within(long from, long to) {
        var count = 0;
        for (var row = 0; row < size; row++) if (micros[row] >= from && micros[row] < to) count++;
        return count;
    }

    int size() {
        return size;
    }

    long micros(int row) {
        return micros[row];
    }

    double value(int row) {
        return values[row];
    }

    short flags(int row) {
        return flags[row];
    }

    boolean isImplausible(int row) {
        return (flags[row] & Quality.IMPLAUSIBLE.flags()) != 0;
    }

    boolean isSuspect(int row) {
        return (flags[row] & Quality.SUSPECT.flags()) != 0;
    }
}
