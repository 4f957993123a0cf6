package city.cockpit.history.rollup;

import static java.util.Objects.requireNonNull;

import city.cockpit.history.Doubt;
import city.cockpit.history.Level;
import city.cockpit.history.Resolution;
import city.cockpit.history.SoundDay;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeries.Point;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers from the readings, their hours or their days. What is out of date in the rollups is made anew for the answer, so
 * that it says the same as the readings do. Each answer is of one moment of the database.
 */
@Repository
class StoredTimeSeries implements TimeSeriesStore {

    /** Beyond that an answer would take long, and is given without the hours that are out of date. */
    private static final long MOST_STALE_HOURS = 300;

    /** The clock of a sensor may be ahead; nothing is observed later than that. */
    private static final Duration LEEWAY = Duration.ofMinutes(10);

    private final TransactionTemplate reading;
    private final RollupTable table;
    private final HourReader reader;
    private final RawAnswer raw;
    private final TownSource town;
    private final InstantSource clock;

    StoredTimeSeries(JdbcClient sql, PlatformTransactionManager transactions, TownSource town, InstantSource clock) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.table = new RollupTable(sql);
        this.reader = new HourReader(sql);
        this.raw = new RawAnswer(reader);
        this.town = town;
        this.clock = clock;
    }

    @Override
    public List<TimeSeries> read(TimeSeriesQuery query) {
        return requireNonNull(reading.execute(status -> answer(query, Choice.of(query))));
    }

    @Override
    public List<TimeSeries> read(List<Series> series, Interval span, Resolution resolution) {
        var query = new TimeSeriesQuery(series, span, TimeSeriesQuery.MOST_POINTS);
        return requireNonNull(reading.execute(status -> answer(query, resolution)));
    }

    private List<TimeSeries> answer(TimeSeriesQuery query, Resolution resolution) {
        return switch (resolution.level()) {
            case RAW -> byReadings(query, resolution);
            case HOUR -> resolution == Resolution.HOUR ? byHours(query) : bySteps(query, resolution);
            case DAY -> byDays(query, resolution);
        };
    }

    /** A sensor may send more often than it promised: then the steps are longer. */
    private List<TimeSeries> byReadings(TimeSeriesQuery query, Resolution resolution) {
        try {
            var answer = raw.read(query, resolution);
            return answer.isPresent() ? answer.get() : answer(query, Choice.coarser(resolution));
        } catch (TooManyReadingsException _) {
            return answer(query, Resolution.HOUR);
        }
    }

    private List<TimeSeries> byHours(TimeSeriesQuery query) {
        var from = Stretch.floor(HourReader.micros(query.span().from()));
        var hours = hours(query.series(), from, end(query));
        return query.series().stream()
                .map(one -> {
                    var steps = new Steps(one, Resolution.HOUR);
                    hours.of(one)
                            .forEach((hour, rollup) ->
                                    steps.add(new TownDays.Step(hour, hour + HourRollups.HOUR), rollup));
                    return steps.end(hours.isComplete());
                })
                .toList();
    }

    /** The database adds up the hours; where some are out of date, it is done here. */
    private List<TimeSeries> bySteps(TimeSeriesQuery query, Resolution resolution) {
        var calendar = new TownDays(town.town().zone());
        var begin = calendar.step(Stretch.floor(HourReader.micros(query.span().from())), resolution);
        var to = end(query);
        var parts = calendar.steps(begin.from(), to, resolution);
        var starts = parts.stream().mapToLong(TownDays.Step::from).toArray();
        var stale = stale(query.series(), begin.from(), to);
        var found = new Found<>(table.steps(query.series(), starts, to), isComplete(begin.from(), stale));
        return query.series().stream()
                .map(one -> {
                    var answer = new Steps(one, resolution);
                    var isComplete = found.isComplete();
                    for (var part : parts) {
                        var sum = found.of(one).getOrDefault(part.from(), Rollup.NOTHING);
                        var outOfDate = Stretch.within(stale.of(one), part.from(), Math.min(part.to(), to));
                        if (found.isComplete() && !outOfDate.isEmpty()) {
                            var hours = hours(one, part.from(), Math.min(part.to(), to), outOfDate);
                            isComplete &= hours.isComplete();
                            sum = Rollup.NOTHING;
                            for (var hour : hours.of(one).values()) sum = sum.then(hour);
                        }
                        answer.add(part, sum);
                    }
                    return answer.end(isComplete);
                })
                .toList();
    }

    private static long end(TimeSeriesQuery query) {
        return Stretch.floor(HourReader.micros(query.span().to()) - 1) + HourRollups.HOUR;
    }

    private List<TimeSeries> byDays(TimeSeriesQuery query, Resolution resolution) {
        var calendar = new TownDays(town.town().zone());
        var first =
                TownDays.first(calendar.dayOfHour(HourReader.micros(query.span().from())), resolution);
        var until = calendar.dayOfHour(HourReader.micros(query.span().to()) - 1).plusDays(1);
        var days = days(query.series(), calendar, first, until);
        return query.series().stream()
                .map(one -> {
                    var steps = new Steps(one, resolution);
                    days.of(one)
                            .forEach(
                                    (day, rollup) -> steps.add(calendar.step(calendar.start(day), resolution), rollup));
                    return steps.end(days.isComplete());
                })
                .toList();
    }

    /** Rollups by the number of their series. */
    private record Found<T>(Map<Integer, NavigableMap<T, Rollup>> bySeries, boolean isComplete) {

        NavigableMap<T, Rollup> of(Series series) {
            return bySeries.computeIfAbsent(series.key(), key -> new TreeMap<>());
        }
    }

    private Found<Long> hours(Collection<Series> series, long from, long to) {
        var stale = stale(series, from, to);
        var found = new Found<>(table.hours(series, from, to), isComplete(from, stale));
        if (!found.isComplete()) return found;
        var isComplete = true;
        for (var one : series) isComplete &= refresh(one, found.of(one), stale.of(one));
        return new Found<>(found.bySeries(), isComplete);
    }

    private Found<Long> hours(Series one, long from, long to, List<Stretch> outOfDate) {
        var found = new Found<>(table.hours(List.of(one), from, to), true);
        return new Found<>(found.bySeries(), refresh(one, found.of(one), outOfDate));
    }

    /** Makes hours anew; returns whether there were not too many readings for that. */
    private boolean refresh(Series one, NavigableMap<Long, Rollup> hours, List<Stretch> outOfDate) {
        try {
            for (var stretch : outOfDate) {
                var anew = reader.hours(one, stretch).rollups();
                hours.subMap(stretch.from(), stretch.to()).clear();
                hours.putAll(anew);
            }
            return true;
        } catch (TooManyReadingsException _) {
            return false;
        }
    }

    /** What is out of date because of any stale hour, by series. */
    private Stale stale(Collection<Series> series, long from, long end) {
        var to = Math.min(end, Stretch.floor(HourReader.micros(clock.instant().plus(LEEWAY))) + HourRollups.HOUR);
        if (to <= from) return new Stale(Map.of(), 0);
        var reaches = series.stream().map(Reach::of).toList();
        var back = reaches.stream().mapToLong(Reach::back).max().orElseThrow();
        var ahead = reaches.stream().mapToLong(Reach::ahead).max().orElseThrow();
        var hours = table.staleHours(series, Stretch.floor(from - ahead) - HourRollups.HOUR, to + back);
        var stale = new TreeMap<Integer, List<Stretch>>();
        for (var one : series) {
            var ofSeries = hours.getOrDefault(one.key(), Set.of());
            if (ofSeries.isEmpty()) continue;
            var touched = new ArrayList<>(Stretch.touched(ofSeries, Reach.of(one)));
            stale.put(one.key(), Stretch.within(touched, from, to));
        }
        return new Stale(stale, hours.values().stream().mapToInt(Set::size).sum());
    }

    /**
     * What has to be made anew.
     *
     * @param hours that were marked
     */
    private record Stale(Map<Integer, List<Stretch>> bySeries, int hours) {

        List<Stretch> of(Series series) {
            return bySeries.getOrDefault(series.key(), List.of());
        }
    }

    private boolean isComplete(long from, Stale stale) {
        return stale.hours() <= MOST_STALE_HOURS
                && table.backlogUntil()
                        .filter(until -> HourReader.micros(until) > from)
                        .isEmpty();
    }

    private Found<LocalDate> days(Collection<Series> series, TownDays calendar, LocalDate first, LocalDate until) {
        var from = calendar.start(first);
        var to = calendar.start(until);
        var staleHours = stale(series, from, to);
        var staleDays = table.staleDays(series, first, until);
        var isComplete = isComplete(from, staleHours)
                && table.timeZone().equals(calendar.zone().getId());
        var found = new Found<>(table.days(series, first, until), isComplete);
        if (!isComplete) return found;
        for (var one : series) {
            var days = new TreeSet<>(staleDays.getOrDefault(one.key(), Set.of()));
            for (var stretch : staleHours.of(one))
                for (var hour = stretch.from(); hour < stretch.to(); hour += HourRollups.HOUR)
                    days.add(calendar.dayOfHour(hour));
            for (var day : days) {
                found.of(one).remove(day);
                var sum = Rollup.NOTHING;
                var hours = hours(List.of(one), calendar.start(day), calendar.end(day));
                for (var hour : hours.of(one).values()) sum = sum.then(hour);
                if (!sum.isNothing()) found.of(one).put(day, sum);
            }
        }
        return found;
    }

    @Override
    public List<SoundDay> soundDays(Series series, LocalDate from, LocalDate until) {
        if (series.property().kind() != Kind.DECIBEL)
            throw new IllegalArgumentException(series.id() + " is no sound level that is averaged as energy");
        return requireNonNull(reading.execute(status -> {
            var calendar = new TownDays(town.town().zone());
            var known = new TreeMap<LocalDate, SoundDay>();
            table.soundDays(series, from, until).forEach(day -> known.put(day.day(), day));
            for (var day : staleSoundDays(series, calendar, from, until)) {
                known.remove(day);
                var hours = hours(List.of(series), calendar.start(day), calendar.end(day.plusDays(1)));
                Upkeep.day(series, calendar, day, hours.of(series))
                        .flatMap(RollupTable.DayRollup::sound)
                        .ifPresent(sound -> known.put(day, sound));
            }
            return List.copyOf(known.values());
        }));
    }

    private Set<LocalDate> staleSoundDays(Series series, TownDays calendar, LocalDate from, LocalDate until) {
        var days = new HashSet<>(table.staleDays(List.of(series), from, until).getOrDefault(series.key(), Set.of()));
        var stale = stale(List.of(series), calendar.start(from), calendar.end(until));
        for (var stretch : stale.of(series))
            for (var hour = stretch.from(); hour < stretch.to(); hour += HourRollups.HOUR)
                days.addAll(calendar.daysOfHour(hour, Kind.DECIBEL));
        days.removeIf(day -> day.isBefore(from) || !day.isBefore(until));
        return days;
    }

    /** Puts rollups that follow each other together, to points. */
    static final class Steps {

        private final Series series;
        private final Resolution resolution;
        private final List<Point> points = new ArrayList<>();
        private final List<Doubt> doubts = new ArrayList<>();
        private Optional<TownDays.Step> current = Optional.empty();
        private Rollup sum = Rollup.NOTHING;

        Steps(Series series, Resolution resolution) {
            this.series = series;
            this.resolution = resolution;
        }

        void add(TownDays.Step step, Rollup rollup) {
            if (!current.equals(Optional.of(step))) finish();
            current = Optional.of(step);
            sum = sum.then(rollup);
        }

        TimeSeries end(boolean isComplete) {
            finish();
            return new TimeSeries(series, resolution, last(points), doubts, isComplete);
        }

        /** One more than asked for may come of a begin that is none of a step. */
        private static List<Point> last(List<Point> points) {
            return points.subList(Math.max(0, points.size() - TimeSeriesQuery.MOST_POINTS), points.size());
        }

        private void finish() {
            current.ifPresent(this::finish);
            current = Optional.empty();
            sum = Rollup.NOTHING;
        }

        private void finish(TownDays.Step step) {
            var from = HourReader.instant(step.from());
            var kind = series.property().kind();
            if (sum.doubts() > 0) doubts.add(new Doubt(from, sum.doubtMin(), sum.doubtMax(), sum.doubts()));
            if (sum.count() == 0 && sum.seconds() == 0) return;
            points.add(new Point(
                    from,
                    HourReader.instant(step.to()),
                    sum.value(kind),
                    extreme(kind, sum.min()),
                    extreme(kind, sum.max()),
                    sum.count(),
                    sum.coverage((step.to() - step.from()) / 1e6)));
        }

        private static OptionalDouble extreme(Kind kind, double value) {
            return switch (kind) {
                case DIRECTION, TALLY, METER -> OptionalDouble.empty();
                case LEVEL, COUNT, DECIBEL, MAXIMUM, PERCENTILE, STATE ->
                    Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
            };
        }
    }

    /** Into which steps an answer is parted. */
    static final class Choice {

        /** More readings of one series than can be added up while somebody waits. */
        private static final long MOST_READINGS = 100_000;

        private Choice() {}

        /** The one that comes closest to as many points as are wanted, in proportion, without exceeding the limit. */
        static Resolution of(TimeSeriesQuery query) {
            var best = Resolution.YEAR;
            for (var one : Resolution.values()) {
                if (one == Resolution.READING && hasMeter(query)) continue;
                if (points(one, query) > TimeSeriesQuery.MOST_POINTS || isTooMuch(one, query)) continue;
                if (distance(one, query) < distance(best, query)) best = one;
            }
            return best;
        }

        static Resolution coarser(Resolution resolution) {
            var all = List.of(Resolution.values());
            return all.get(all.indexOf(resolution) + 1);
        }

        /** What a meter has counted is told of steps only. */
        private static boolean hasMeter(TimeSeriesQuery query) {
            return query.series().stream().anyMatch(one -> one.property().kind() == Kind.METER);
        }

        private static boolean isTooMuch(Resolution resolution, TimeSeriesQuery query) {
            return resolution.level() == Level.RAW && points(Resolution.READING, query) > MOST_READINGS;
        }

        private static double points(Resolution resolution, TimeSeriesQuery query) {
            var readings = query.series().stream()
                    .mapToDouble(one -> seconds(query) / one.interval().toMillis() * 1e3)
                    .max()
                    .orElseThrow();
            return resolution == Resolution.READING
                    ? readings
                    : seconds(query) / resolution.typical().toSeconds();
        }

        private static double seconds(TimeSeriesQuery query) {
            var span = query.span();
            return Duration.between(span.from(), span.to()).toMillis() / 1e3;
        }

        /** Steps that are shorter than the interval have no more points than there are readings. */
        private static double distance(Resolution resolution, TimeSeriesQuery query) {
            var readings = points(Resolution.READING, query);
            var points = points(resolution, query);
            if (resolution != Resolution.READING && points > readings * 1.01) return Double.POSITIVE_INFINITY;
            return Math.abs(Math.log(points / query.points()));
        }
    }
}
