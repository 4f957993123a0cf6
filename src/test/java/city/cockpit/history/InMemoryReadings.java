package city.cockpit.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.cockpit.history.Appended.Conflict;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.RunningMean;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Readings that rest in memory, for tests without a database. */
public class InMemoryReadings implements ReadingStore {

    private final SeriesCatalog catalog;
    private final Map<SeriesId, NavigableMap<Instant, Reading>> kept = new HashMap<>();

    public InMemoryReadings(SeriesCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public synchronized Appended append(List<Reading> readings) {
        readings.forEach(reading -> catalog.series(reading.series()));
        var stored = new ArrayList<Reading>();
        var duplicates = new ArrayList<Reading>();
        var conflicts = new ArrayList<Conflict>();
        for (var reading : readings) {
            var first = kept.computeIfAbsent(reading.series(), id -> new TreeMap<>())
                    .putIfAbsent(reading.phenomenonTime(), reading);
            if (first == null) stored.add(reading);
            else if (first.value() == reading.value()) duplicates.add(reading);
            else conflicts.add(new Conflict(reading, first.value()));
        }
        return new Appended(stored, duplicates, conflicts);
    }

    @Override
    public synchronized Map<SeriesId, Reading> newest(Collection<Series> series) {
        var result = new HashMap<SeriesId, Reading>();
        for (var one : series) {
            var readings = kept.get(one.id());
            if (readings != null) result.put(one.id(), readings.lastEntry().getValue());
        }
        return result;
    }

    @Override
    public synchronized Map<SeriesId, Reading> newestPlausible(Collection<Series> series) {
        var result = new HashMap<SeriesId, Reading>();
        for (var one : series)
            for (var reading : kept.getOrDefault(one.id(), new TreeMap<>()).values())
                if (reading.quality().isPlausible()) result.put(one.id(), reading);
        return result;
    }

    @Override
    public synchronized Map<SeriesId, List<Reading>> readings(Collection<Series> series, Interval span) {
        var result = new HashMap<SeriesId, List<Reading>>();
        for (var one : series) {
            var readings = kept.getOrDefault(one.id(), new TreeMap<>()).subMap(span.from(), span.to());
            if (!readings.isEmpty()) result.put(one.id(), List.copyOf(readings.values()));
        }
        return result;
    }

    @Override
    public Map<SeriesId, List<Step>> course(Collection<Series> series, Interval span, Duration step) {
        var result = new HashMap<SeriesId, List<Step>>();
        for (var one : series) {
            var readings = kept(one, span).stream()
                    .filter(reading -> reading.quality().isPlausible())
                    .toList();
            if (!readings.isEmpty()) result.put(one.id(), steps(one, readings, step));
        }
        return result;
    }

    private synchronized List<Reading> kept(Series series, Interval span) {
        return kept.getOrDefault(series.id(), new TreeMap<>()).values().stream()
                .filter(reading -> !timeOf(series, reading).isBefore(span.from()))
                .filter(reading -> timeOf(series, reading).isBefore(span.to()))
                .toList();
    }

    /** A tally belongs to the time before it. */
    private static Instant timeOf(Series series, Reading reading) {
        return isTally(series) ? reading.phenomenonTime().minus(1, ChronoUnit.MICROS) : reading.phenomenonTime();
    }

    private static boolean isTally(Series series) {
        return series.property().kind() == Kind.TALLY;
    }

    private static List<Step> steps(Series series, List<Reading> readings, Duration step) {
        return readings.stream()
                .collect(groupingBy(reading -> begin(timeOf(series, reading), step), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> step(series, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Instant begin(Instant time, Duration step) {
        var seconds = time.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, step.toSeconds()));
    }

    private static Step step(Series series, Instant begin, List<Reading> readings) {
        var mean = new RunningMean(series.property().kind());
        readings.forEach(reading -> mean.add(reading.phenomenonTime(), reading.value()));
        var values = readings.stream().mapToDouble(Reading::value).summaryStatistics();
        if (isTally(series)) return new Step(begin, values.getSum(), values.getSum(), values.getSum(), readings.size());
        return new Step(begin, mean.mean().orElse(0), values.getMin(), values.getMax(), readings.size());
    }

    @Override
    public synchronized Map<SeriesId, Quarters> quarters(Collection<Series> series, Interval span) {
        var result = new HashMap<SeriesId, Quarters>();
        for (var one : series) {
            var before = kept.getOrDefault(one.id(), new TreeMap<>()).headMap(span.from(), false).values().stream()
                    .filter(reading -> reading.quality().isPlausible())
                    .reduce((earlier, later) -> later);
            var inSpan = kept(one, span).stream()
                    .collect(groupingBy(
                            reading -> begin(timeOf(one, reading), Quarters.LENGTH), TreeMap::new, toList()));
            if (before.isEmpty() && inSpan.isEmpty()) continue;
            var quarters = new Quarters(one.id(), span, before);
            inSpan.forEach((start, readings) -> quarters.put(quarter(one, start, readings)));
            result.put(one.id(), quarters);
        }
        return result;
    }

    private static Quarters.Quarter quarter(Series series, Instant start, List<Reading> readings) {
        var believed = readings.stream()
                .filter(reading -> reading.quality().isPlausible())
                .toList();
        return new Quarters.Quarter(
                start,
                believed.size(),
                believed.isEmpty() ? 0 : step(series, start, believed).mean(),
                believed.stream().reduce((earlier, later) -> later),
                readings.stream()
                        .filter(reading -> !reading.quality().isPlausible())
                        .reduce((earlier, later) -> later));
    }

    @Override
    public synchronized Optional<Instant> first(Collection<Series> series) {
        return series.stream()
                .flatMap(one -> Stream.ofNullable(kept.get(one.id())))
                .map(NavigableMap::firstKey)
                .min(Instant::compareTo);
    }

    @Override
    public Edition edition() {
        return Edition.PLAIN;
    }
}
