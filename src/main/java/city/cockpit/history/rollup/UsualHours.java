package city.cockpit.history.rollup;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import city.cockpit.history.PastHour;
import city.cockpit.history.Usual;
import city.cockpit.history.UsualNow;
import city.cockpit.history.UsualThen;
import city.cockpit.history.UsualValues;
import city.cockpit.history.UsualWeek;
import city.cockpit.history.UsualWeek.Hour;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.TownSource;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is usual, from the rollups of eight weeks. For the tiles one hour of all series is read at once, on the thread {@code
 * usual-hours}, when the hour begins and every few minutes of it; a whole week is read for a series that somebody looks at in
 * a chart. Of the same hours, those with less than half of their usual coverage do not count.
 */
@Repository
class UsualHours implements UsualValues, UsualNow, UsualThen, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UsualHours.class);

    private static final int WEEKS = 8;
    private static final int FEWEST_WEEKS = 3;

    /** The past may be filled in at any time, by whichever node. */
    private static final Duration RENEWED = Duration.ofMinutes(5);

    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_SERIES = 20_000;

    /** Of one question, so that it takes some milliseconds. */
    private static final int SERIES_AT_ONCE = 500;

    private final JdbcClient sql;
    private final SeriesCatalog catalog;
    private final TownSource town;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("usual-hours").daemon().factory());
    private final Cache<Series, UsualWeek> weeks;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private volatile Everywhere everywhere = new Everywhere(Instant.MIN, Instant.MIN, Map.of());

    UsualHours(JdbcClient sql, SeriesCatalog catalog, TownSource town, InstantSource clock) {
        this.sql = sql;
        this.catalog = catalog;
        this.town = town;
        this.clock = clock;
        this.weeks = Caffeine.newBuilder()
                .maximumSize(MOST_SERIES)
                .expireAfterWrite(RENEWED)
                .build();
    }

    /**
     * One hour of all series.
     *
     * @param hour its begin
     * @param readAt when it was read
     */
    private record Everywhere(Instant hour, Instant readAt, Map<SeriesId, Usual> usual) {}

    @Override
    public Map<SeriesId, Usual> at(Instant time) {
        var hour = time.truncatedTo(ChronoUnit.HOURS);
        var known = everywhere;
        if (isDue(known, hour) && isBusy.compareAndSet(false, true)) thread.execute(() -> renew(hour));
        return known.hour().equals(hour) ? known.usual() : Map.of();
    }

    /** While nothing at all is known it may be because the past is being filled in. */
    private boolean isDue(Everywhere known, Instant hour) {
        if (!known.hour().equals(hour)) return true;
        var pause = known.usual().isEmpty() ? TRIED_AGAIN : RENEWED;
        return !clock.instant().isBefore(known.readAt().plus(pause));
    }

    @Override
    public Map<SeriesId, Usual> usualAt(Instant time) {
        return everywhere(time.truncatedTo(ChronoUnit.HOURS));
    }

    private void renew(Instant hour) {
        try {
            everywhere = new Everywhere(hour, clock.instant(), everywhere(hour));
        } catch (DataAccessException e) {
            log.debug("What is usual could not be read", e);
            everywhere = new Everywhere(hour, clock.instant(), Map.of());
        } finally {
            isBusy.set(false);
        }
    }

    private Map<SeriesId, Usual> everywhere(Instant hour) {
        var series = catalog.listSeries().stream().filter(UsualHours::hasUsual).toList();
        var all = new HashMap<SeriesId, Usual>();
        for (var from = 0; from < series.size(); from += SERIES_AT_ONCE)
            all.putAll(everywhere(series.subList(from, Math.min(series.size(), from + SERIES_AT_ONCE)), hour));
        return Map.copyOf(all);
    }

    private Map<SeriesId, Usual> everywhere(List<Series> series, Instant hour) {
        var byKey = series.stream().collect(toMap(Series::key, Series::id));
        return sql
                .sql("""
                        WITH hours AS (
                            SELECT r.series_id, r.value, r.seconds FROM unnest(:series) AS given (series_id)
                             CROSS JOIN LATERAL (SELECT series_id, value, seconds FROM reading_1h
                                                  WHERE series_id = given.series_id AND hour = ANY (:hours)
                                                    AND value IS NOT NULL) r),
                             least AS (
                            SELECT series_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) / 2 AS seconds
                              FROM hours GROUP BY series_id)
                        SELECT hours.series_id, count(*),
                               percentile_cont(0.25) WITHIN GROUP (ORDER BY value),
                               percentile_cont(0.5) WITHIN GROUP (ORDER BY value),
                               percentile_cont(0.75) WITHIN GROUP (ORDER BY value)
                          FROM hours JOIN least USING (series_id)
                         WHERE hours.seconds >= least.seconds
                         GROUP BY hours.series_id HAVING count(*) >= :weeks""")
                .param("series", RollupTable.keys(series))
                .param("hours", RollupTable.times(pastHours(hour, zone())))
                .param("weeks", FEWEST_WEEKS)
                .query((row, n) -> Map.entry(
                        requireNonNull(byKey.get(row.getInt(1))),
                        new Usual(row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getInt(2))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same hour by the town's clock in the weeks before, newest first; when the clock repeats it, both. */
    private static List<Long> pastHours(Instant time, ZoneId zone) {
        var hour = time.truncatedTo(ChronoUnit.HOURS);
        var local = hour.atZone(zone).toLocalDateTime();
        return IntStream.rangeClosed(1, WEEKS)
                .mapToObj(local::minusWeeks)
                .flatMap(past -> zone.getRules().getValidOffsets(past).stream().map(past::toInstant))
                .map(HourReader::micros)
                .map(Stretch::floor)
                .toList();
    }

    @Override
    public List<PastHour> past(Series series, Instant time) {
        if (!hasUsual(series)) return List.of();
        var found = sql.sql("""
                        SELECT date_part('epoch', hour), value, seconds FROM reading_1h
                         WHERE series_id = :series AND hour = ANY (:hours) AND value IS NOT NULL
                         ORDER BY hour DESC""")
                .param("series", series.key())
                .param("hours", RollupTable.times(pastHours(time, zone())))
                .query(UsualHours::pastHour)
                .list();
        return counted(found);
    }

    private static PastHour pastHour(ResultSet row, int n) throws SQLException {
        return new PastHour(
                HourReader.instant(HourReader.micros(row.getDouble(1))),
                row.getDouble(2),
                Math.min(1, row.getDouble(3) / 3_600),
                true);
    }

    /** Of the same hours, those with less than half of their usual coverage do not count. */
    private static List<PastHour> counted(List<PastHour> found) {
        var least = quantile(found.stream().map(PastHour::coverage).sorted().toList(), 0.5) / 2;
        return found.stream()
                .map(one -> new PastHour(one.hour(), one.value(), one.coverage(), one.coverage() >= least))
                .toList();
    }

    @Override
    public Map<Instant, Usual> course(Series series, Interval span) {
        if (!hasUsual(series)) return Map.of();
        var zone = zone();
        var first = span.from().truncatedTo(ChronoUnit.HOURS);
        var known = sql
                .sql("""
                        SELECT date_part('epoch', hour), value, seconds FROM reading_1h
                         WHERE series_id = :series AND hour >= :from AND hour < :to AND value IS NOT NULL""")
                .param("series", series.key())
                .param(
                        "from",
                        OffsetDateTime.ofInstant(first, UTC).minusWeeks(WEEKS).minusDays(1))
                .param("to", OffsetDateTime.ofInstant(span.to(), UTC))
                .query(UsualHours::pastHour)
                .list()
                .stream()
                .collect(toMap(PastHour::hour, Function.identity()));
        var usual = new HashMap<Instant, Usual>();
        for (var hour = first; hour.isBefore(span.to()); hour = hour.plus(1, ChronoUnit.HOURS)) {
            var past = new ArrayList<PastHour>();
            for (var begin : pastHours(hour, zone)) {
                var one = known.get(HourReader.instant(begin));
                if (one != null) past.add(one);
            }
            var found = of(counted(past));
            if (found.isPresent()) usual.put(hour, found.get());
        }
        return usual;
    }

    @Override
    public Optional<Usual> of(List<PastHour> past) {
        var values = past.stream()
                .filter(PastHour::counts)
                .map(PastHour::value)
                .sorted()
                .toList();
        if (values.size() < FEWEST_WEEKS) return Optional.empty();
        return Optional.of(
                new Usual(quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75), values.size()));
    }

    /** Between two values in proportion, as {@code percentile_cont} does. */
    private static double quantile(List<Double> sorted, double share) {
        if (sorted.isEmpty()) return Double.NaN;
        var at = share * (sorted.size() - 1);
        var below = (int) Math.floor(at);
        var above = (int) Math.ceil(at);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }

    @Override
    public UsualWeek week(Series series) {
        if (!hasUsual(series)) return new UsualWeek(zone(), Map.of());
        var known = weeks.getIfPresent(series);
        if (known != null && known.zone().equals(zone())) return known;
        var week = read(series);
        weeks.put(series, week);
        return week;
    }

    private static boolean hasUsual(Series series) {
        return series.property().kind() != Kind.DIRECTION && series.property().kind() != Kind.PERCENTILE;
    }

    private ZoneId zone() {
        return town.town().zone();
    }

    private UsualWeek read(Series series) {
        var zone = zone();
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new UsualWeek(
                zone,
                sql
                        .sql("""
                        WITH hours AS (SELECT extract(isodow FROM hour AT TIME ZONE :zone) AS day,
                                              extract(hour FROM hour AT TIME ZONE :zone) AS hour, value, seconds
                                         FROM reading_1h
                                        WHERE series_id = :series AND hour >= :from AND hour < :to
                                          AND value IS NOT NULL),
                             least AS (SELECT day, hour,
                                              percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) / 2 AS seconds
                                         FROM hours GROUP BY day, hour)
                        SELECT day, hour, count(*),
                               percentile_cont(0.25) WITHIN GROUP (ORDER BY value),
                               percentile_cont(0.5) WITHIN GROUP (ORDER BY value),
                               percentile_cont(0.75) WITHIN GROUP (ORDER BY value)
                          FROM hours JOIN least USING (day, hour)
                         WHERE hours.seconds >= least.seconds
                         GROUP BY day, hour HAVING count(*) >= :weeks""")
                        .param("zone", zone.getId())
                        .param("series", series.key())
                        .param(
                                "from",
                                HourReader.time(HourReader.micros(
                                        now.atZone(zone).minusWeeks(WEEKS).toInstant())))
                        .param("to", HourReader.time(HourReader.micros(now)))
                        .param("weeks", FEWEST_WEEKS)
                        .query((row, n) -> Map.entry(hour(row), usual(row)))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Hour hour(ResultSet row) throws SQLException {
        return new Hour(DayOfWeek.of(row.getInt(1)), row.getInt(2));
    }

    private static Usual usual(ResultSet row) throws SQLException {
        return new Usual(row.getDouble(4), row.getDouble(5), row.getDouble(6), row.getInt(3));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
