package city.cockpit.history.rollup;

import city.cockpit.history.Today;
import city.cockpit.history.TodayNow;
import city.cockpit.history.TodayThen;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The day of power and energy, from the rollups: all its series in two questions, on the thread {@code day-hours}, when an
 * hour is over and every few minutes.
 */
@Repository
class DayHours implements TodayNow, TodayThen, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DayHours.class);

    private static final int WEEKS = 8;
    private static final int FEWEST_WEEKS = 3;
    private static final int NIGHT_FROM = 1;
    private static final int NIGHT_UNTIL = 5;
    private static final Duration RENEWED = Duration.ofMinutes(5);

    /** The hour that is over is rolled up a little later. */
    private static final Duration ROLLED_UP = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final SeriesCatalog catalog;
    private final TownSource town;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("day-hours").daemon().factory());
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private volatile Everywhere everywhere = new Everywhere(Instant.MIN, Instant.MIN, Map.of());

    DayHours(JdbcClient sql, SeriesCatalog catalog, TownSource town, InstantSource clock) {
        this.sql = sql;
        this.catalog = catalog;
        this.town = town;
        this.clock = clock;
    }

    /**
     * All series of a day.
     *
     * @param until end of the last full hour
     */
    private record Everywhere(Instant until, Instant readAt, Map<SeriesId, Today> days) {}

    @Override
    public Map<SeriesId, Today> at(Instant time) {
        var until = time.minus(ROLLED_UP).truncatedTo(ChronoUnit.HOURS);
        var known = everywhere;
        if (isDue(known, until) && isBusy.compareAndSet(false, true)) thread.execute(() -> renew(until));
        return isSameDay(known.until(), until) ? known.days() : Map.of();
    }

    private boolean isDue(Everywhere known, Instant until) {
        return !known.until().equals(until)
                || !clock.instant().isBefore(known.readAt().plus(RENEWED));
    }

    /** While the next hour is read, the one before may stand. */
    private static boolean isSameDay(Instant known, Instant until) {
        return known.equals(until) || known.equals(until.minus(Duration.ofHours(1)));
    }

    private void renew(Instant until) {
        try {
            everywhere = new Everywhere(until, clock.instant(), dayUntil(until));
        } catch (DataAccessException e) {
            log.debug("The day of power and energy could not be read", e);
            everywhere = new Everywhere(until, clock.instant(), Map.of());
        } finally {
            isBusy.set(false);
        }
    }

    @Override
    public Map<SeriesId, Today> dayUntil(Instant until) {
        var series = catalog.listSeries().stream()
                .filter(one -> !one.isRetired() && isOfADay(one))
                .toList();
        if (series.isEmpty()) return Map.of();
        var zone = town.town().zone();
        var windows = windows(until, zone);
        var sums = sums(series, windows);
        var saved = saved(series, until, zone);
        var days = new HashMap<SeriesId, Today>();
        for (var one : series) {
            var ofSeries = sums.getOrDefault(one.key(), Map.of());
            days.put(
                    one.id(),
                    new Today(
                            until,
                            whole(windows.getFirst(), ofSeries),
                            usual(windows, ofSeries),
                            baseLoad(windows.get(1), ofSeries),
                            saved.containsKey(one.key())
                                    ? OptionalDouble.of(saved.get(one.key()))
                                    : OptionalDouble.empty()));
        }
        return Map.copyOf(days);
    }

    private static OptionalDouble whole(Window window, Map<Integer, Sum> sums) {
        return sums.getOrDefault(window.number(), Sum.NOTHING).whole(window);
    }

    private static OptionalDouble baseLoad(Window night, Map<Integer, Sum> sums) {
        var used = whole(night, sums);
        return used.isEmpty() ? used : OptionalDouble.of(used.getAsDouble() / night.hours());
    }

    /** What is metered in kWh, or would come to kWh if it stood for an hour. */
    private static boolean isOfADay(Series series) {
        var property = series.property();
        return switch (property.domain()) {
            case ENERGY -> property.key().equals("power") || property.key().equals("energy");
            case LIGHTING -> property.key().equals("light_power");
            case PARKING, AIR, UV, NOISE, WEATHER, WATER, CYCLING, TRAFFIC -> false;
        };
    }

    /**
     * Full hours that are added up.
     *
     * @param number 0 is today, 1 last night, the others the same hours of past weeks
     */
    private record Window(int number, Instant from, Instant to) {

        int hours() {
            return (int) ChronoUnit.HOURS.between(from, to);
        }
    }

    private static List<Window> windows(Instant until, ZoneId zone) {
        var end = until.atZone(zone).toLocalDateTime();
        var day = end.toLocalDate();
        var windows = new ArrayList<Window>();
        windows.add(window(0, day.atStartOfDay(), end, zone));
        windows.add(night(day, end, zone));
        for (var week = 1; week <= WEEKS; week++)
            windows.add(window(1 + week, day.minusWeeks(week).atStartOfDay(), end.minusWeeks(week), zone));
        return windows;
    }

    /** The last one that is over. */
    private static Window night(LocalDate day, LocalDateTime end, ZoneId zone) {
        var until = day.atTime(NIGHT_UNTIL, 0);
        if (end.isBefore(until)) until = until.minusDays(1);
        return window(1, until.withHour(NIGHT_FROM), until, zone);
    }

    private static Window window(int number, LocalDateTime from, LocalDateTime to, ZoneId zone) {
        return new Window(number, from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
    }

    /** What the hours of a window come to, and how many of them are known. */
    private record Sum(double value, int hours) {

        static final Sum NOTHING = new Sum(0, 0);

        /** A sum with a hole in it would look like a saving. */
        OptionalDouble whole(Window window) {
            return window.hours() == 0 || hours < window.hours() ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    private Map<Integer, Map<Integer, Sum>> sums(List<Series> series, List<Window> windows) {
        var sums = new HashMap<Integer, Map<Integer, Sum>>();
        sql.sql("""
                        SELECT given.series_id, span.number, hours.total, hours.known
                          FROM unnest(:series) AS given (series_id)
                         CROSS JOIN unnest(:numbers, :from, :to) AS span (number, since, until)
                         CROSS JOIN LATERAL (SELECT sum(value) AS total, count(value) AS known FROM reading_1h
                                              WHERE series_id = given.series_id
                                                AND hour >= span.since AND hour < span.until) AS hours
                         WHERE hours.known > 0""")
                .param("series", RollupTable.keys(series))
                .param(
                        "numbers",
                        RollupTable.counts(
                                windows.stream().mapToInt(Window::number).toArray()))
                .param("from", times(windows, Window::from))
                .param("to", times(windows, Window::to))
                .query(row -> {
                    sums.computeIfAbsent(row.getInt(1), key -> new HashMap<>())
                            .put(row.getInt(2), new Sum(row.getDouble(3), row.getInt(4)));
                });
        return sums;
    }

    private static SqlArrayValue times(List<Window> windows, Function<Window, Instant> time) {
        return RollupTable.times(
                windows.stream().map(time).map(HourReader::micros).toList());
    }

    private static OptionalDouble usual(List<Window> windows, Map<Integer, Sum> sums) {
        var past = windows.stream()
                .skip(2)
                .flatMapToDouble(window -> sums.getOrDefault(window.number(), Sum.NOTHING).whole(window).stream())
                .sorted()
                .toArray();
        if (past.length < FEWEST_WEEKS) return OptionalDouble.empty();
        return OptionalDouble.of((past[(past.length - 1) / 2] + past[past.length / 2]) / 2);
    }

    /**
     * What dimming has saved, by the number of the power's series. Output and power of a segment of street lights go
     * together, so their means of an hour say what full power would have been.
     */
    private Map<Integer, Double> saved(List<Series> series, Instant until, ZoneId zone) {
        var dimmed = series.stream()
                .flatMap(power -> dimming(power).map(one -> Map.entry(power, one)).stream())
                .toList();
        if (dimmed.isEmpty()) return Map.of();
        var noon = until.atZone(zone).toLocalDate().atTime(12, 0);
        var end = noon.atZone(zone).toInstant();
        var saved = new HashMap<Integer, Double>();
        sql.sql("""
                        SELECT power.series_id, sum(100 * power.value / output.value - power.value)
                          FROM unnest(:powers, :outputs) AS given (power, output)
                          JOIN reading_1h AS power ON power.series_id = given.power
                          JOIN reading_1h AS output ON output.series_id = given.output AND output.hour = power.hour
                         WHERE power.hour >= :from AND power.hour < :to AND output.min_value > 0 AND output.value > 0
                         GROUP BY power.series_id""")
                .param(
                        "powers",
                        RollupTable.keys(dimmed.stream().map(Map.Entry::getKey).toList()))
                .param(
                        "outputs",
                        RollupTable.keys(
                                dimmed.stream().map(Map.Entry::getValue).toList()))
                .param("from", noon.minusDays(1).atZone(zone).toInstant().atOffset(ZoneOffset.UTC))
                .param("to", (end.isBefore(until) ? end : until).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    saved.put(row.getInt(1), row.getDouble(2));
                });
        return saved;
    }

    private Optional<Series> dimming(Series power) {
        return catalog.findSeries(SeriesId.of(power.id().sensor(), "light_dimming"))
                .filter(one -> power.property().domain() == Domain.LIGHTING && !one.isRetired());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
