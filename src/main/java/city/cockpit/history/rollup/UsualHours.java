package city.cockpit.history.rollup;

import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Usual;
import city.cockpit.history.UsualValues;
import city.cockpit.history.UsualWeek;
import city.cockpit.history.UsualWeek.Hour;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.TownSource;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is usual, from the rollups of eight weeks, read once an hour for each series that somebody looks at: on one thread,
 * {@code usual-hours}, so that a thousand tiles that appear at once do not become a thousand questions at once. Hours with less
 * than half of the usual coverage do not count.
 */
@Repository
class UsualHours implements UsualValues, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UsualHours.class);

    private static final int WEEKS = 8;
    private static final int FEWEST_WEEKS = 3;

    private static final Duration RENEWED = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_SERIES = 20_000;

    private final JdbcClient sql;
    private final TownSource town;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("usual-hours").daemon().factory());
    private final AsyncLoadingCache<Series, Loaded> weeks;

    UsualHours(JdbcClient sql, TownSource town, InstantSource clock) {
        this.sql = sql;
        this.town = town;
        this.clock = clock;
        this.weeks = Caffeine.newBuilder()
                .maximumSize(MOST_SERIES)
                .refreshAfterWrite(RENEWED)
                .expireAfter(
                        Expiry.<Series, Loaded>writing((series, loaded) -> loaded.isKnown() ? FORGOTTEN : TRIED_AGAIN))
                .executor(thread)
                .buildAsync(this::load);
    }

    /**
     * What the database said.
     *
     * @param isKnown whether it said anything
     */
    private record Loaded(UsualWeek week, boolean isKnown) {}

    @Override
    public Optional<Usual> at(Series series, Instant time) {
        if (!hasUsual(series)) return Optional.empty();
        var answer = weeks.get(series);
        if (!answer.isDone() || answer.isCompletedExceptionally()) return Optional.empty();
        var week = answer.join().week();
        if (week.zone().equals(zone())) return week.at(time);
        weeks.synchronous().invalidate(series);
        return Optional.empty();
    }

    @Override
    public UsualWeek week(Series series) {
        if (!hasUsual(series)) return new UsualWeek(zone(), Map.of());
        var known = weeks.getIfPresent(series);
        if (known != null && known.isDone() && !known.isCompletedExceptionally()) {
            var loaded = known.join();
            if (loaded.isKnown() && loaded.week().zone().equals(zone())) return loaded.week();
        }
        var week = read(series);
        weeks.synchronous().put(series, new Loaded(week, true));
        return week;
    }

    private static boolean hasUsual(Series series) {
        return series.property().kind() != Kind.DIRECTION && series.property().kind() != Kind.PERCENTILE;
    }

    private ZoneId zone() {
        return town.town().zone();
    }

    private Loaded load(Series series) {
        try {
            return new Loaded(read(series), true);
        } catch (DataAccessException e) {
            log.debug("What is usual could not be read", e);
            return new Loaded(new UsualWeek(zone(), Map.of()), false);
        }
    }

    private UsualWeek read(Series series) {
        var zone = zone();
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new UsualWeek(
                zone,
                sql
                        .sql("""
                        WITH hours AS (SELECT hour, value, seconds FROM reading_1h
                                        WHERE series_id = :series AND hour >= :from AND hour < :to
                                          AND value IS NOT NULL)
                        SELECT extract(isodow FROM local), extract(hour FROM local), count(*),
                               percentile_cont(0.25) WITHIN GROUP (ORDER BY value),
                               percentile_cont(0.5) WITHIN GROUP (ORDER BY value),
                               percentile_cont(0.75) WITHIN GROUP (ORDER BY value)
                          FROM (SELECT hour AT TIME ZONE :zone AS local, value FROM hours
                                 WHERE seconds >= (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) / 2
                                                     FROM hours)) AS whole
                         GROUP BY 1, 2 HAVING count(*) >= :weeks""")
                        .param("zone", zone.getId())
                        .param("series", series.key())
                        .param("from", HourReader.time(HourReader.micros(now.minus(Duration.ofDays(7 * WEEKS)))))
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
