package city.cockpit.uikit;

import city.cockpit.live.Trail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Writes a trail as the short text that the sparkline draws: one entry for each quarter of an hour, separated by commas.
 * An entry is a height from 0 to 100, or {@code ~} where the line goes on to the next height, or nothing where it breaks
 * because more than two intervals of the sensor passed without a reading.
 */
final class TrailLine {

    private static final int HEIGHT = 100;

    private final double lowest;
    private final double span;
    private final long bridge;

    private TrailLine(double lowest, double span, Duration interval) {
        this.lowest = lowest;
        this.span = span;
        this.bridge = Math.max(1, Math.ceilDiv(interval.multipliedBy(2).toSeconds(), Trail.STEP.toSeconds()));
    }

    /** The line from zero to a fixed ceiling, for values that are part of a whole. */
    static String upTo(double ceiling, Trail trail, Duration interval) {
        return new TrailLine(0, Math.max(ceiling, 1e-9), interval).write(trail.means());
    }

    /** The line between the lowest and the highest value of the day, which lie at least {@code smallestSpan} apart. */
    static String between(double smallestSpan, Trail trail, Duration interval) {
        var values =
                trail.means().stream().flatMapToDouble(OptionalDouble::stream).summaryStatistics();
        if (values.getCount() == 0) return "";
        var room = Math.max(0, smallestSpan - (values.getMax() - values.getMin()));
        return new TrailLine(values.getMin() - room / 2, values.getMax() - values.getMin() + room, interval)
                .write(trail.means());
    }

    private String write(List<OptionalDouble> means) {
        var entries = new ArrayList<String>(means.size());
        var empty = 0;
        for (var mean : means) {
            if (mean.isEmpty()) {
                empty++;
                continue;
            }
            fill(entries, empty);
            entries.add(height(mean.getAsDouble()));
            empty = 0;
        }
        if (entries.isEmpty()) return "";
        for (var i = 0; i < empty; i++) entries.add("");
        return String.join(",", entries);
    }

    private void fill(List<String> entries, int empty) {
        var passes = !entries.isEmpty() && empty < bridge;
        for (var i = 0; i < empty; i++) entries.add(passes ? "~" : "");
    }

    private String height(double value) {
        var share = (value - lowest) / span;
        return String.valueOf(Math.clamp(Math.round(share * HEIGHT), 0, HEIGHT));
    }
}
