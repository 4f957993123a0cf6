package city.cockpit.transfer;

import city.cockpit.history.Appended;
import city.cockpit.history.Appended.Conflict;
import city.cockpit.history.Archive;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Readings in bulk without a database. */
public final class InMemoryArchive implements Archive {

    private final Map<SeriesId, NavigableMap<Instant, Reading>> kept = new HashMap<>();

    @Override
    public synchronized Appended append(List<Reading> readings, Consumer<Appended> beside) {
        var appended = sort(readings, true);
        beside.accept(appended);
        return appended;
    }

    @Override
    public synchronized Appended foresee(List<Reading> readings) {
        return sort(readings, false);
    }

    private Appended sort(List<Reading> readings, boolean keep) {
        var stored = new ArrayList<Reading>();
        var duplicates = new ArrayList<Reading>();
        var conflicts = new ArrayList<Conflict>();
        for (var reading : readings) {
            var first = kept.getOrDefault(reading.series(), new TreeMap<>()).get(reading.phenomenonTime());
            if (first == null) {
                stored.add(reading);
                if (keep)
                    kept.computeIfAbsent(reading.series(), id -> new TreeMap<>())
                            .put(reading.phenomenonTime(), reading);
            } else if (first.value() == reading.value()) duplicates.add(reading);
            else conflicts.add(new Conflict(reading, first.value()));
        }
        return new Appended(stored, duplicates, conflicts);
    }

    @Override
    public synchronized List<Reading> listFirst(Series series, Interval span, int most) {
        return kept.getOrDefault(series.id(), new TreeMap<>()).subMap(span.from(), span.to()).values().stream()
                .limit(most)
                .toList();
    }
}
