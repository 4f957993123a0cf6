package city.cockpit.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a trial run has read of a file so far, to notice a repeat of a line further up: the first million readings, and of
 * each series the span of all. What lies outside of that span is surely new, and in files that are in the order of time
 * everything does. Open addressing in arrays: a million objects would take three times the room. One thread.
 */
final class Seen {

    private static final int SMALLEST = 1 << 12;

    private final int most;
    private final Map<Integer, Span> spans = new HashMap<>();
    private int[] series = new int[SMALLEST];
    private long[] times = new long[SMALLEST];
    private double[] values = new double[SMALLEST];
    private int size;

    private static final class Span {
        private long from;
        private long to;

        private Span(long time) {
            from = time;
            to = time;
        }
    }

    Seen() {
        this(1_000_000);
    }

    Seen(int most) {
        this.most = most;
    }

    /** The value that the history would have for it by now because of a line further up. */
    OptionalDouble find(int key, long time) {
        if (!isWithin(key, time)) return OptionalDouble.empty();
        var slot = slot(key, time);
        return series[slot] == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[slot]);
    }

    /** Whether a line further up may have had it which is forgotten. */
    boolean isUncertain(int key, long time) {
        return size >= most && isWithin(key, time);
    }

    /** @param key of the series, positive */
    void add(int key, long time, double value) {
        var span = spans.computeIfAbsent(key, k -> new Span(time));
        span.from = Math.min(span.from, time);
        span.to = Math.max(span.to, time);
        if (size >= most) return;
        if (2 * (size + 1) > series.length) grow();
        put(key, time, value);
    }

    private boolean isWithin(int key, long time) {
        var span = spans.get(key);
        return span != null && time >= span.from && time <= span.to;
    }

    private void put(int key, long time, double value) {
        var slot = slot(key, time);
        if (series[slot] != 0) return;
        series[slot] = key;
        times[slot] = time;
        values[slot] = value;
        size++;
    }

    private int slot(int key, long time) {
        var hash = (time * 31 + key) * 0x9E3779B97F4A7C15L;
        var slot = (int) (hash >>> 40) & (series.length - 1);
        while (series[slot] != 0 && (series[slot] != key || times[slot] != time))
            slot = (slot + 1) & (series.length - 1);
        return slot;
    }

    private void grow() {
        var oldSeries = series;
        var oldTimes = times;
        var oldValues = values;
        series = new int[2 * oldSeries.length];
        times = new long[series.length];
        values = new double[series.length];
        size = 0;
        for (var i = 0; i < oldSeries.length; i++) if (oldSeries[i] != 0) put(oldSeries[i], oldTimes[i], oldValues[i]);
    }
}
