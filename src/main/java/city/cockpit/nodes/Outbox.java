package city.cockpit.nodes;

import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this node has stored and not told yet: every reading while there is room, then the newest of each series. Bounded
 * by the number of series. Any thread.
 */
final class Outbox {

    private final int room;
    private final List<Reading> all = new ArrayList<>();
    private final Map<SeriesId, Reading> newest = new LinkedHashMap<>();
    private boolean incomplete;

    /** @param room most readings that are told at a time */
    Outbox(int room) {
        this.room = room;
    }

    synchronized void add(Collection<Reading> stored) {
        for (var reading : stored)
            if (newest.isEmpty() && all.size() < room) all.add(reading);
            else keepNewest(reading);
    }

    private void keepNewest(Reading reading) {
        if (newest.isEmpty()) {
            all.forEach(this::merge);
            all.clear();
        }
        merge(reading);
    }

    private void merge(Reading reading) {
        newest.merge(reading.series(), reading, (known, other) -> {
            incomplete = true;
            return other.phenomenonTime().isBefore(known.phenomenonTime()) ? known : other;
        });
    }

    /** As much as is told at a time; it is no longer here then. Nothing if nothing was stored. */
    synchronized Told take() {
        if (newest.isEmpty()) {
            var told = new Told(all, incomplete);
            all.clear();
            incomplete = false;
            return told;
        }
        var first = newest.values().stream().limit(room).toList();
        first.forEach(reading -> newest.remove(reading.series()));
        var told = new Told(first, incomplete);
        incomplete = false;
        return told;
    }

    /**
     * Some of what was stored.
     *
     * @param incomplete whether readings were left out since the last time
     */
    record Told(List<Reading> readings, boolean incomplete) {

        Told {
            readings = List.copyOf(readings);
        }

        boolean isEmpty() {
            return readings.isEmpty() && !incomplete;
        }
    }
}
