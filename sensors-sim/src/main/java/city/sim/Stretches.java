package city.sim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Parts of the time line that neither touch nor overlap. To be used by one thread at a time. */
final class Stretches {

    /** What lies after the first moment, up to and including the second. */
    record Stretch(Instant after, Instant until) {

        Stretch {
            if (!after.isBefore(until)) throw new IllegalArgumentException(after + " is not before " + until);
        }
    }

    private final NavigableMap<Instant, Instant> untilByAfter = new TreeMap<>();

    /** Adds a stretch; it grows together with those it meets. */
    void add(Stretch stretch) {
        var after = stretch.after();
        var until = stretch.until();
        var met = untilByAfter.floorEntry(until);
        while (met != null && !met.getValue().isBefore(after)) {
            after = earlier(after, met.getKey());
            until = met.getValue().isAfter(until) ? met.getValue() : until;
            untilByAfter.remove(met.getKey());
            met = untilByAfter.floorEntry(until);
        }
        untilByAfter.put(after, until);
    }

    void addAll(Stretches others) {
        others.list().forEach(this::add);
    }

    /** All of them, oldest first. */
    List<Stretch> list() {
        return untilByAfter.entrySet().stream().map(Stretches::stretch).toList();
    }

    /** The end of the newest stretch. */
    Optional<Instant> front() {
        return Optional.ofNullable(untilByAfter.lastEntry()).map(Map.Entry::getValue);
    }

    /** What is missing right before the newest stretch, but not before the horizon. */
    Optional<Stretch> newestGap(Instant horizon) {
        var newest = untilByAfter.lastEntry();
        if (newest == null || !newest.getKey().isAfter(horizon)) return Optional.empty();
        var before = untilByAfter.lowerEntry(newest.getKey());
        var after = before == null || before.getValue().isBefore(horizon) ? horizon : before.getValue();
        return Optional.of(new Stretch(after, newest.getKey()));
    }

    private static Stretch stretch(Map.Entry<Instant, Instant> entry) {
        return new Stretch(entry.getKey(), entry.getValue());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
