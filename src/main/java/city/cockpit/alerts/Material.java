package city.cockpit.alerts;

import city.cockpit.history.ReadingStore;
import city.cockpit.history.Resolution;
import city.cockpit.history.Step;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.Usual;
import city.cockpit.history.UsualValues;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What history knows of some series, asked for once and used by all rules about them. Steps that are not over, or ended just
 * now, are left out. Blocks where it is asked for something new; one thread.
 */
final class Material {

    static final Duration QUARTER = Duration.ofMinutes(15);

    /** So long after its end a step is worth judging: its last readings are there, its rollup is made. */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** The clock of a device may be ahead; what is further ahead is refused. */
    static final Duration AHEAD = Duration.ofHours(1);

    private static final Duration FEW_HOURS = Duration.ofHours(12);

    /** Whatever the values of rules are made of. */
    enum Grain {
        READING,
        QUARTER,
        HOUR,
        DAY
    }

    private final ReadingStore readings;
    private final TimeSeriesStore courses;
    private final UsualValues usualValues;
    private final Instant until;
    private final Map<Grain, Instant> from = new EnumMap<>(Grain.class);
    private final Map<Grain, Set<Series>> wanted = new EnumMap<>(Grain.class);
    private final Map<SeriesId, List<Reading>> knownReadings = new HashMap<>();
    private final Map<SeriesId, List<Step>> quarters = new HashMap<>();
    private final Map<SeriesId, TimeSeries> hours = new HashMap<>();
    private final Map<SeriesId, TimeSeries> days = new HashMap<>();
    private final Map<SeriesId, Map<Instant, Usual>> usual = new HashMap<>();
    private final Set<Grain> read = new HashSet<>();

    /** @param until up to which moment is looked, by the clock of the cockpit */
    Material(ReadingStore readings, TimeSeriesStore courses, UsualValues usualValues, Instant until) {
        this.readings = readings;
        this.courses = courses;
        this.usualValues = usualValues;
        this.until = until;
    }

    /** What will be asked for of the series reaches back as far, at least; to be said before anything is asked for. */
    void want(Grain grain, Series one, Instant time) {
        wanted.computeIfAbsent(grain, none -> new HashSet<>()).add(one);
        from.merge(grain, time, (before, other) -> before.isBefore(other) ? before : other);
    }

    private Set<Series> wanted(Grain grain) {
        return wanted.getOrDefault(grain, Set.of());
    }

    /** Up to when steps are over. */
    static Instant closed(Instant now) {
        return now.minus(GRACE);
    }

    List<Reading> readings(Series one) {
        span(Grain.READING, until.plus(AHEAD))
                .ifPresent(span -> knownReadings.putAll(readings.readings(wanted(Grain.READING), span)));
        return knownReadings.getOrDefault(one.id(), List.of());
    }

    List<Step> quarters(Series one) {
        span(Grain.QUARTER, closed(until)).ifPresent(span -> {
            var begin = floor(span.from(), QUARTER);
            var end = floor(span.to(), QUARTER);
            if (begin.isBefore(end))
                quarters.putAll(readings.course(wanted(Grain.QUARTER), new Interval(begin, end), QUARTER));
        });
        return quarters.getOrDefault(one.id(), List.of());
    }

    TimeSeries hours(Series one) {
        span(Grain.HOUR, closed(until)).ifPresent(span -> {
            var begin = span.from().truncatedTo(ChronoUnit.HOURS);
            var end = span.to().truncatedTo(ChronoUnit.HOURS);
            if (begin.isBefore(end)) hours.putAll(read(wanted(Grain.HOUR), new Interval(begin, end), Resolution.HOUR));
        });
        return hours.getOrDefault(one.id(), nothing(one, Resolution.HOUR));
    }

    /** Days of the town that are over. */
    List<TimeSeries.Point> days(Series one) {
        span(Grain.DAY, closed(until)).ifPresent(span -> days.putAll(read(wanted(Grain.DAY), span, Resolution.DAY)));
        return days.getOrDefault(one.id(), nothing(one, Resolution.DAY)).points().stream()
                .filter(day -> !day.to().isAfter(closed(until)))
                .toList();
    }

    /** What is usual at that hour, by the weeks before it; of many hours it is asked for at once. */
    Optional<Usual> usual(Series one, Instant hour) {
        var begin = from.getOrDefault(Grain.HOUR, until);
        if (Duration.between(begin, until).compareTo(FEW_HOURS) <= 0)
            return usualValues.of(usualValues.past(one, hour));
        return Optional.ofNullable(usual.computeIfAbsent(
                        one.id(),
                        id -> usualValues.course(one, new Interval(begin.truncatedTo(ChronoUnit.HOURS), until)))
                .get(hour));
    }

    private static TimeSeries nothing(Series one, Resolution resolution) {
        return new TimeSeries(one, resolution, List.of(), List.of(), true);
    }

    /** Once for each grain. */
    private Optional<Interval> span(Grain grain, Instant end) {
        if (!read.add(grain)) return Optional.empty();
        var begin = from.get(grain);
        return begin == null || !begin.isBefore(end) ? Optional.empty() : Optional.of(new Interval(begin, end));
    }

    private Map<SeriesId, TimeSeries> read(Collection<Series> series, Interval span, Resolution resolution) {
        var answers = new HashMap<SeriesId, TimeSeries>();
        var all = List.copyOf(series);
        for (var first = 0; first < all.size(); first += TimeSeriesQuery.MOST_SERIES) {
            var some = all.subList(first, Math.min(all.size(), first + TimeSeriesQuery.MOST_SERIES));
            for (var answer : courses.read(some, span, resolution))
                answers.put(answer.series().id(), answer);
        }
        return answers;
    }

    private static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }
}
