package city.cockpit.history.rollup;

import city.cockpit.history.Edition;
import city.cockpit.history.Retention;
import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Throws away readings that are older than they are kept, once a day and in small steps, but never one that is not rolled
 * up. See decision record 0035.
 */
final class Clearance {

    private static final Logger log = LoggerFactory.getLogger(Clearance.class);

    static final Duration PERIOD = Duration.ofDays(1);

    /** Longer than readings reach: the oldest one that is still taken finds its neighbours. */
    static final Duration MARGIN = Duration.ofDays(31);

    private static final int ROWS_AT_ONCE = 20_000;

    private final JdbcClient sql;
    private final Retention retention;
    private final Edition edition;

    Clearance(JdbcClient sql, Retention retention, Edition edition) {
        this.sql = sql;
        this.retention = retention;
        this.edition = edition;
    }

    boolean isDue(Instant now) {
        return lastRun().map(last -> !last.plus(PERIOD).isAfter(now)).orElse(true);
    }

    Optional<Instant> lastRun() {
        return sql.sql("SELECT cleared_at FROM reading_upkeep WHERE cleared_at IS NOT NULL")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Does a part of it, in the transaction of the upkeep; returns whether there is more to do. */
    boolean clear(Collection<Series> series, Instant now) {
        if (!series.isEmpty() && isAnythingLeftToRollUp(series, now)) return false;
        if (edition != Edition.PLAIN && !series.isEmpty()) dropChunks(series, now);
        for (var one : series) if (delete(one, now) > 0) return true;
        if (deleteRollups(now) > 0) return true;
        sql.sql("UPDATE reading_upkeep SET cleared_at = :now")
                .param("now", HourReader.time(HourReader.micros(now)))
                .update();
        return false;
    }

    private long border(Series series, Instant now) {
        return Stretch.floor(
                HourReader.micros(retention.keptFrom(series.property(), now).minus(MARGIN)));
    }

    /** Of a series that is registered no more nobody knows how its readings add up, so it keeps nothing waiting. */
    private boolean isAnythingLeftToRollUp(Collection<Series> series, Instant now) {
        var newest = series.stream().mapToLong(one -> border(one, now)).max().orElseThrow();
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM reading_upkeep WHERE backlog_until IS NOT NULL)
                            OR EXISTS (SELECT FROM reading_stale_hour
                                        WHERE series_id = ANY (:series) AND hour < :border)""")
                .param("series", RollupTable.keys(series))
                .param("border", HourReader.time(newest))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Those of which no series needs a reading. */
    private void dropChunks(Collection<Series> series, Instant now) {
        var border = series.stream().mapToLong(one -> border(one, now)).min().orElseThrow();
        var dropped = sql.sql("SELECT drop_chunks('reading', older_than => :border::timestamptz)")
                .param("border", HourReader.time(border))
                .query((row, n) -> row.getString(1))
                .list();
        if (dropped.isEmpty()) return;
        for (var one : series) remember(one, border);
        log.info("Threw away {} chunks of readings before {}", dropped.size(), HourReader.instant(border));
    }

    private int delete(Series series, Instant now) {
        var border = border(series, now);
        var deleted = sql.sql("""
                        DELETE FROM reading WHERE series_id = :series AND ts < :border AND ts <= coalesce(
                               (SELECT ts FROM reading WHERE series_id = :series AND ts < :border
                                 ORDER BY series_id, ts OFFSET :most LIMIT 1), 'infinity')""")
                .param("series", series.key())
                .param("border", HourReader.time(border))
                .param("most", ROWS_AT_ONCE)
                .update();
        if (deleted > 0) remember(series, border);
        return deleted;
    }

    /** Of hours and days, if they are not kept for ever; a month more, so that every day has all of its hours. */
    private int deleteRollups(Instant now) {
        var kept = retention.rollupsKeptFrom(now).map(from -> HourReader.time(HourReader.micros(from.minus(MARGIN))));
        if (kept.isEmpty()) return 0;
        sql.sql("DELETE FROM reading_1d WHERE starts_at < :border")
                .param("border", kept.get())
                .update();
        return sql.sql("""
                        DELETE FROM reading_1h WHERE (series_id, hour) IN
                               (SELECT series_id, hour FROM reading_1h WHERE hour < :border LIMIT :most)""")
                .param("border", kept.get())
                .param("most", ROWS_AT_ONCE)
                .update();
    }

    /** Up to when readings of the series were thrown away. */
    Optional<Long> clearedBefore(Series series) {
        return sql.sql("SELECT date_part('epoch', before) FROM reading_cleared WHERE series_id = :series")
                .param("series", series.key())
                .query((row, n) -> HourReader.micros(row.getDouble(1)))
                .optional();
    }

    private void remember(Series series, long border) {
        sql.sql("""
                        INSERT INTO reading_cleared AS old (series_id, before) VALUES (:series, :border)
                            ON CONFLICT (series_id) DO UPDATE SET before = greatest(old.before, EXCLUDED.before)""")
                .param("series", series.key())
                .param("border", HourReader.time(border))
                .update();
    }
}
