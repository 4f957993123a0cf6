package city.cockpit.history.rollup;

import city.cockpit.history.rollup.RollupTable.DayRollup;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the rollups up to date: takes over what batches have marked, makes the hours concerned anew from their readings, and
 * the days from their hours. Each step is a transaction of its own that holds one lock for all nodes, so that only one of
 * them works at a time, and any may take over after any step. See decision record 0033.
 */
final class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    /** An hour that ended just now gets a few readings more. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int HOURS_AT_ONCE = 1_000;
    private static final int DAYS_AT_ONCE = 2_000;
    private static final long ROWS_AT_ONCE = 100_000;
    private static final Duration TOO_MANY_WAIT = Duration.ofHours(1);

    /** As long as a step may take, so that the marks of others do not wait for long. */
    private static final long STEP_NANOS = 1_000_000_000L;

    private static final long LONGEST_BACKLOG = 28 * 24 * HourRollups.HOUR;

    private final TransactionTemplate transaction;
    private final SeriesCatalog catalog;
    private final TownSource town;
    private final InstantSource clock;
    private final RollupTable table;
    private final HourReader reader;
    private final Clearance clearance;
    private long backlogStep = 24 * HourRollups.HOUR;

    Upkeep(
            JdbcClient sql,
            TransactionTemplate transaction,
            SeriesCatalog catalog,
            TownSource town,
            InstantSource clock,
            Clearance clearance) {
        this.transaction = transaction;
        this.catalog = catalog;
        this.town = town;
        this.clock = clock;
        this.table = new RollupTable(sql);
        this.reader = new HourReader(sql);
        this.clearance = clearance;
    }

    /** What a step has left to do. */
    private enum Left {
        NOTHING,
        MORE,
        /** Another node is at it. */
        OTHERS
    }

    private interface Step {
        Left run();
    }

    /**
     * Does what is due; blocks until then, or until the thread is interrupted.
     *
     * @param quiet for how long an hour must have been stale
     */
    void run(Duration quiet) {
        if (inTransaction(this::followTimeZone) == Left.OTHERS) return;
        do {
            inTransaction(this::collectMarks);
            if (repeat(() -> rollUpHours(quiet)) == Left.OTHERS || repeat(this::rollUpDays) == Left.OTHERS) return;
        } while (inTransaction(this::rollUpBacklog) == Left.MORE
                && !Thread.currentThread().isInterrupted());
        repeat(this::clear);
    }

    private Left repeat(Step step) {
        while (!Thread.currentThread().isInterrupted()) {
            var left = inTransaction(step);
            if (left != Left.MORE) return left;
            inTransaction(this::collectMarks);
        }
        return Left.OTHERS;
    }

    private Left inTransaction(Step step) {
        var left = transaction.execute(status -> table.lock() ? step.run() : Left.OTHERS);
        return left == null ? Left.NOTHING : left;
    }

    private Left followTimeZone() {
        var zone = town.town().zone().getId();
        if (!table.timeZone().equals(zone)) table.changeTimeZone(zone);
        return Left.NOTHING;
    }

    private Left collectMarks() {
        table.collectMarks();
        return Left.NOTHING;
    }

    private Left clear() {
        var now = clock.instant();
        return clearance.isDue(now) && clearance.clear(catalog.listSeries(), now) ? Left.MORE : Left.NOTHING;
    }

    /** Begin of the first hour that is not over. */
    private long open() {
        return Stretch.floor(HourReader.micros(clock.instant().minus(GRACE)));
    }

    private Left rollUpHours(Duration quiet) {
        var started = System.nanoTime();
        var byKey = seriesByKey();
        var due = table.dueHours(byKey.values(), open(), quiet, HOURS_AT_ONCE);
        for (var entry : due.entrySet()) {
            var series = byKey.get(entry.getKey());
            if (series != null) rollUp(series, entry.getValue());
            if (System.nanoTime() - started > STEP_NANOS) return Left.MORE;
        }
        return due.isEmpty() ? Left.NOTHING : Left.MORE;
    }

    private Map<Integer, Series> seriesByKey() {
        var byKey = new HashMap<Integer, Series>();
        catalog.listSeries().forEach(series -> byKey.put(series.key(), series));
        return byKey;
    }

    private void rollUp(Series series, Set<Long> hours) {
        try {
            var touched = Stretch.touched(hours, Reach.of(series));
            for (var stretch : Stretch.within(touched, firstWithReadings(series), open())) rollUp(series, stretch);
            if (series.property().kind() == Kind.METER) rollUpNext(series, touched);
            table.forgetStaleHours(series, hours);
        } catch (TooManyReadingsException e) {
            log.warn("Hours are not added up: {}", e.getMessage());
            table.putOff(series, hours, TOO_MANY_WAIT);
        }
    }

    /** Hours of which readings, or what judges them, were thrown away stand as they are. */
    private long firstWithReadings(Series series) {
        return clearance
                .clearedBefore(series)
                .map(before -> Stretch.floor(before + Reach.of(series).contextBefore()) + HourRollups.HOUR)
                .orElse(Long.MIN_VALUE / 2);
    }

    /** What a meter has counted since the reading before is of the hour of the next one, however late that comes. */
    private void rollUpNext(Series series, List<Stretch> touched) {
        var hours = new TreeSet<Long>();
        for (var stretch : touched)
            reader.next(series, stretch.to())
                    // Counted until one o'clock is of the hour before.
                    .map(next -> Stretch.floor(next - 1))
                    .filter(hour -> hour < open())
                    .ifPresent(hours::add);
        for (var hour : hours) rollUp(series, new Stretch(hour, hour + HourRollups.HOUR));
    }

    private void rollUp(Series series, Stretch stretch) {
        for (var piece : stretch.pieces(longestPiece(series))) {
            var reach = Reach.of(series);
            var begin = piece.from() - reach.contextBefore();
            var rows = reader.rows(series, begin, piece.to() + reach.contextAfter());
            var found = HourRollups.of(series, rows, reader.stand(series, begin), piece.from(), piece.to());
            table.flag(series, rows, found.nowSuspect(), true);
            table.flag(series, rows, found.nowBelieved(), false);
            var changed = table.replaceHours(series, piece, found.rollups());
            var days = new TreeSet<LocalDate>();
            var calendar = calendar();
            for (var hour : changed)
                days.addAll(calendar.daysOfHour(hour, series.property().kind()));
            table.addStaleDays(series, days);
        }
    }

    /** So many hours as hold a bounded number of readings. */
    private static long longestPiece(Series series) {
        var hours = ROWS_AT_ONCE * Reach.of(series).interval() / HourRollups.HOUR;
        return Math.clamp(hours, 1, 31 * 24) * HourRollups.HOUR;
    }

    private TownDays calendar() {
        return new TownDays(town.town().zone());
    }

    private Left rollUpDays() {
        var byKey = seriesByKey();
        var due = table.dueDays(byKey.values(), DAYS_AT_ONCE);
        due.forEach((key, days) -> {
            var series = byKey.get(key);
            if (series != null) rollUpDays(series, days);
        });
        return due.isEmpty() ? Left.NOTHING : Left.MORE;
    }

    private void rollUpDays(Series series, Set<LocalDate> days) {
        var calendar = calendar();
        var rollups = new ArrayList<DayRollup>();
        for (var day : new TreeSet<>(days)) {
            var hours = hours(series, calendar.start(day), calendar.end(day.plusDays(1)));
            day(series, calendar, day, hours).ifPresent(rollups::add);
        }
        table.replaceDays(series, days, rollups);
    }

    private NavigableMap<Long, Rollup> hours(Series series, long from, long to) {
        return table.hours(List.of(series), from, to).getOrDefault(series.key(), new TreeMap<>());
    }

    /** The rollup of a day from those of its hours and, for sound, of the morning after it; empty without any readings. */
    static Optional<DayRollup> day(Series series, TownDays calendar, LocalDate day, NavigableMap<Long, Rollup> hours) {
        var from = calendar.start(day);
        var to = calendar.end(day);
        var sum = Rollup.NOTHING;
        for (var hour : hours.subMap(from, to).values()) sum = sum.then(hour);
        var sound = series.property().kind() == Kind.DECIBEL
                ? Optional.of(SoundLevels.of(day, calendar, hours))
                : Optional.<city.cockpit.history.SoundDay>empty();
        var isSilent = sound.map(levels -> levels.lday().isEmpty()
                        && levels.levening().isEmpty()
                        && levels.lnight().isEmpty())
                .orElse(true);
        return sum.isNothing() && isSilent ? Optional.empty() : Optional.of(new DayRollup(day, from, to, sum, sound));
    }

    /** A piece of what an earlier cockpit has stored, newest first. */
    private Left rollUpBacklog() {
        if (table.isBacklogUnmeasured()) measureBacklog();
        var backlog = table.backlog();
        if (backlog.isEmpty()) return Left.NOTHING;
        var started = System.nanoTime();
        var to = HourReader.micros(backlog.get().to());
        var from = Math.max(
                to - backlogStep, Stretch.floor(HourReader.micros(backlog.get().from())));
        for (var series : catalog.listSeries()) rollUpBacklog(series, new Stretch(from, to));
        table.shortenBacklog(from);
        backlogStep = Math.clamp(
                System.nanoTime() - started > STEP_NANOS ? backlogStep / 2 : backlogStep * 2,
                HourRollups.HOUR,
                LONGEST_BACKLOG);
        backlogStep = Stretch.floor(backlogStep);
        log.debug("Rolled up what was stored before, back to {}", HourReader.instant(from));
        return Left.MORE;
    }

    private void rollUpBacklog(Series series, Stretch stretch) {
        try {
            for (var closed : Stretch.within(List.of(stretch), Long.MIN_VALUE / 2, open())) rollUp(series, closed);
            // What is not over yet is made when it is.
            if (stretch.to() > open()) table.addStaleHours(series, Math.max(stretch.from(), open()), stretch.to());
        } catch (TooManyReadingsException e) {
            log.warn("Hours are not added up: {}", e.getMessage());
            table.addStaleHours(series, stretch.from(), stretch.to());
        }
    }

    private void measureBacklog() {
        reader.oldest(catalog.listSeries())
                .ifPresentOrElse(oldest -> table.measureBacklog(Stretch.floor(oldest)), table::endBacklog);
    }
}
