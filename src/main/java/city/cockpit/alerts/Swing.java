package city.cockpit.alerts;

import city.cockpit.history.Extremes.Extreme;
import city.cockpit.measurement.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Between which values the readings of a series lay lately, so that whoever asks for a change need not read them again where
 * none can have been that great. One thread.
 */
final class Swing {

    private final Deque<Extreme> pieces = new ArrayDeque<>();

    /** @param readings in the order of their time */
    static Swing of(List<Reading> readings) {
        var swing = new Swing();
        for (var reading : readings)
            if (reading.quality().isPlausible())
                swing.add(new Extreme(reading.value(), reading.value(), reading.phenomenonTime()));
        return swing;
    }

    /** What came after all before. Within a minute they are told as one. */
    void add(Extreme next) {
        var last = pieces.peekLast();
        if (last == null || !minute(last.newest()).equals(minute(next.newest()))) {
            pieces.addLast(next);
            return;
        }
        pieces.removeLast();
        pieces.addLast(new Extreme(
                Math.min(last.lowest(), next.lowest()), Math.max(last.highest(), next.highest()), next.newest()));
    }

    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** No two readings since then differ by more; what is older is forgotten. */
    double since(Instant from) {
        while (!pieces.isEmpty() && pieces.getFirst().newest().isBefore(from)) pieces.removeFirst();
        var lowest = pieces.stream().mapToDouble(Extreme::lowest).min().orElse(0);
        var highest = pieces.stream().mapToDouble(Extreme::highest).max().orElse(0);
        return highest - lowest;
    }
}
