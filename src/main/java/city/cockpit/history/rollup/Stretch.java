package city.cockpit.history.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Consecutive full hours, in microseconds since 1970.
 *
 * @param from begin of the first one
 * @param to end of the last one
 */
record Stretch(long from, long to) {

    static final long HOUR = HourRollups.HOUR;

    Stretch {
        if (from >= to || Math.floorMod(from, HOUR) != 0 || Math.floorMod(to, HOUR) != 0)
            throw new IllegalArgumentException("no full hours: %d to %d".formatted(from, to));
    }

    /** The hours in which something may have changed because something did in these. */
    static List<Stretch> touched(Collection<Long> hours, Reach reach) {
        var stretches = new ArrayList<Stretch>();
        for (var hour : new TreeSet<>(hours)) {
            var from = floor(hour - reach.back());
            var to = floor(hour + HOUR + reach.ahead() + HOUR - 1);
            if (!stretches.isEmpty() && stretches.getLast().to() >= from)
                stretches.set(
                        stretches.size() - 1,
                        new Stretch(
                                stretches.getLast().from(),
                                Math.max(to, stretches.getLast().to())));
            else stretches.add(new Stretch(from, to));
        }
        return stretches;
    }

    /** What of them lies within that time. */
    static List<Stretch> within(Collection<Stretch> stretches, long from, long to) {
        return stretches.stream()
                .filter(one -> one.from < to && one.to > from)
                .map(one -> new Stretch(Math.max(one.from, from), Math.min(one.to, to)))
                .toList();
    }

    /** The same in pieces that are not longer. */
    List<Stretch> pieces(long longest) {
        var pieces = new ArrayList<Stretch>();
        for (var start = from; start < to; start += longest)
            pieces.add(new Stretch(start, Math.min(to, start + longest)));
        return pieces;
    }

    static long floor(long micros) {
        return micros - Math.floorMod(micros, HOUR);
    }
}
