package city.cockpit.history;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Readings in PostgreSQL. The same statements run on a plain table and on a hypertable. */
@Repository
class StoredReadings implements ReadingStore {

    private final JdbcClient sql;
    private final Appending appending;
    private final Edition edition;

    StoredReadings(JdbcOperations jdbc, TransactionTemplate transaction, SeriesCatalog catalog) {
        this.sql = JdbcClient.create(jdbc);
        this.appending = new Appending(jdbc, transaction, catalog);
        this.edition = ReadingTable.editionOf(sql);
    }

    @Override
    public Edition edition() {
        return edition;
    }

    @Override
    public Appended append(List<Reading> readings) {
        return appending.append(readings);
    }

    @Override
    public Map<SeriesId, Reading> newest(Collection<Series> series) {
        return newest(series, Quality.GOOD);
    }

    @Override
    public Map<SeriesId, Reading> newestPlausible(Collection<Series> series) {
        return newest(series, Quality.DOUBTFUL);
    }

    private Map<SeriesId, Reading> newest(Collection<Series> series, Quality without) {
        var ids = idsByKey(series);
        var result = new HashMap<SeriesId, Reading>();
        sql.sql("""
                        SELECT r.series_id, r.ts, r.value, r.quality
                          FROM unnest(:series) AS given (series_id)
                         CROSS JOIN LATERAL (SELECT * FROM reading
                                              WHERE series_id = given.series_id AND quality & :without = 0
                                              ORDER BY series_id DESC, ts DESC LIMIT 1) r""")
                .param("series", keyArray(series))
                .param("without", without.flags())
                .query((row, n) -> reading(row, ids))
                .list()
                .forEach(reading -> result.put(reading.series(), reading));
        return result;
    }

    @Override
    public Map<SeriesId, List<Reading>> readings(Collection<Series> series, Interval span) {
        var ids = idsByKey(series);
        return sql
                .sql("""
                        SELECT r.series_id, r.ts, r.value, r.quality
                          FROM unnest(:series) AS given (series_id)
                          JOIN reading r ON r.series_id = given.series_id AND r.ts >= :from AND r.ts < :to
                         ORDER BY r.series_id, r.ts""")
                .param("series", keyArray(series))
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .query((row, n) -> reading(row, ids))
                .list()
                .stream()
                .collect(groupingBy(Reading::series));
    }

    @Override
    public Map<SeriesId, List<Step>> course(Collection<Series> series, Interval span, Duration step) {
        var ids = idsByKey(series);
        return sql
                .sql("""
                        SELECT r.series_id,
                               date_bin(make_interval(secs => :step), r.ts - given.shift, TIMESTAMPTZ 'epoch') AS ts,
                               count(*) AS samples,
                               CASE given.kind WHEN 'TALLY' THEN sum(r.value) ELSE min(r.value) END AS lowest,
                               CASE given.kind WHEN 'TALLY' THEN sum(r.value) ELSE max(r.value) END AS highest,
                               CASE given.kind
                                   WHEN 'DECIBEL' THEN 10 * log(avg(CASE given.kind WHEN 'DECIBEL'
                                                                         THEN power(10, r.value / 10) END))
                                   WHEN 'DIRECTION' THEN mod((degrees(atan2(avg(sind(r.value)), avg(cosd(r.value))))
                                                              + 360)::numeric, 360)::float8
                                   WHEN 'LEVEL' THEN avg(r.value)
                                   WHEN 'COUNT' THEN avg(r.value)
                                   WHEN 'TALLY' THEN sum(r.value)
                                   WHEN 'MAXIMUM' THEN max(r.value)
                                   ELSE (array_agg(r.value ORDER BY r.ts DESC)
                                         FILTER (WHERE given.kind IN ('METER', 'STATE', 'PERCENTILE')))[1]
                               END AS mean
                          FROM (SELECT series_id, kind,
                                       CASE kind WHEN 'TALLY' THEN INTERVAL '1 microsecond' ELSE INTERVAL '0' END AS shift
                                  FROM unnest(:series, :kind) AS asked (series_id, kind)) given
                          JOIN reading r ON r.series_id = given.series_id
                           AND r.ts >= :from AND r.ts <= :to
                           AND r.ts - given.shift >= :from AND r.ts - given.shift < :to
                           AND r.quality & :doubtful = 0
                         GROUP BY r.series_id, given.kind, 2
                         ORDER BY r.series_id, 2""")
                .param("series", keyArray(series))
                .param(
                        "kind",
                        array("text", series, one -> one.property().kind().name()))
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .param("step", step.toSeconds())
                .param("doubtful", Quality.DOUBTFUL.flags())
                .query((row, n) -> Map.entry(requireNonNull(ids.get(row.getInt("series_id"))), step(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** The newest reading of a quarter travels as an array: such arrays compare by their first number, which is the time. */
    @Override
    public Map<SeriesId, Quarters> quarters(Collection<Series> series, Interval span) {
        var ids = idsByKey(series);
        var result = new HashMap<SeriesId, Quarters>();
        sql.sql("""
                        SELECT series_id, quarter, samples, mean, newest[1], newest[2], newest[3]::int, doubt[1], doubt[2], doubt[3]::int
                          FROM (SELECT series_id, -1 AS quarter, 1 AS samples, 0 AS mean, newest, NULL::float8[] AS doubt
                                  FROM unnest(:series) AS given (series_id)
                                 CROSS JOIN LATERAL (SELECT ARRAY[date_part('epoch', ts), value, quality] AS newest FROM reading
                                                      WHERE series_id = given.series_id AND ts < :from
                                                        AND quality & :doubtful = 0
                                                      ORDER BY series_id DESC, ts DESC LIMIT 1) earlier
                                UNION ALL
                                SELECT series_id, quarter, count(newest),
                                       CASE kind
                                           WHEN 'DECIBEL' THEN 10 * log(sum(part) / nullif(count(newest), 0))
                                           WHEN 'DIRECTION' THEN mod((degrees(atan2(sum(across), sum(part))) + 360)::numeric, 360)::float8
                                           WHEN 'TALLY' THEN sum(part)
                                           WHEN 'MAXIMUM' THEN max(part)
                                           WHEN 'LEVEL' THEN sum(part) / nullif(count(newest), 0)
                                           WHEN 'COUNT' THEN sum(part) / nullif(count(newest), 0)
                                           ELSE (max(newest))[2]
                                       END,
                                       max(newest), max(doubt)
                                  FROM (SELECT r.series_id, given.kind,
                                               floor((date_part('epoch', r.ts) - given.shift) / 900)::int AS quarter,
                                               CASE WHEN r.quality & :doubtful <> 0 THEN NULL
                                                    WHEN given.kind = 'DECIBEL' THEN power(10, r.value / 10)
                                                    WHEN given.kind = 'DIRECTION' THEN cosd(r.value)
                                                    ELSE r.value END AS part,
                                               CASE WHEN given.kind = 'DIRECTION' AND r.quality & :doubtful = 0
                                                    THEN sind(r.value) END AS across,
                                               CASE WHEN r.quality & :doubtful = 0
                                                    THEN ARRAY[date_part('epoch', r.ts), r.value, r.quality] END AS newest,
                                               CASE WHEN r.quality & :doubtful <> 0
                                                    THEN ARRAY[date_part('epoch', r.ts), r.value, r.quality] END AS doubt
                                          FROM (SELECT series_id, kind, CASE kind WHEN 'TALLY' THEN 1e-6 ELSE 0 END AS shift
                                                  FROM unnest(:series, :kind) AS asked (series_id, kind)) given
                                          JOIN reading r ON r.series_id = given.series_id
                                           AND r.ts >= :from AND r.ts <= :to
                                         WHERE r.ts < :to OR given.shift > 0) parts
                                 GROUP BY series_id, kind, quarter) told
                         ORDER BY series_id, quarter""")
                .param("series", keyArray(series))
                .param(
                        "kind",
                        array("text", series, one -> one.property().kind().name()))
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .param("doubtful", Quality.DOUBTFUL.flags())
                .query(row -> {
                    take(row, requireNonNull(ids.get(row.getInt(1))), span, result);
                });
        return result;
    }

    /** What came before the span comes first. */
    private static void take(ResultSet row, SeriesId id, Interval span, Map<SeriesId, Quarters> result)
            throws SQLException {
        var quarter = row.getInt(2);
        var newest = reading(row, 5, id);
        if (quarter < 0) {
            result.put(id, new Quarters(id, span, newest));
            return;
        }
        var start = Instant.ofEpochSecond(quarter * Quarters.LENGTH.toSeconds());
        // A tally of the very begin belongs to the quarter before.
        if (start.isBefore(span.from())) return;
        result.computeIfAbsent(id, one -> new Quarters(one, span, Optional.empty()))
                .put(new Quarters.Quarter(start, row.getInt(3), row.getDouble(4), newest, reading(row, 8, id)));
    }

    private static Optional<Reading> reading(ResultSet row, int from, SeriesId id) throws SQLException {
        var seconds = row.getDouble(from);
        if (row.wasNull()) return Optional.empty();
        var time = Instant.EPOCH.plus(Math.round(seconds * 1e6), ChronoUnit.MICROS);
        return Optional.of(new Reading(id, time, row.getDouble(from + 1), new Quality(row.getShort(from + 2))));
    }

    @Override
    public Optional<Instant> first(Collection<Series> series) {
        return sql.sql("""
                        SELECT min(oldest.ts) AS ts FROM unnest(:series) AS given (series_id)
                         CROSS JOIN LATERAL (SELECT ts FROM reading WHERE series_id = given.series_id
                                              ORDER BY series_id, ts LIMIT 1) oldest""")
                .param("series", keyArray(series))
                .query((row, n) -> Optional.ofNullable(row.getObject("ts", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static Map<Integer, SeriesId> idsByKey(Collection<Series> series) {
        var ids = new HashMap<Integer, SeriesId>();
        series.forEach(one -> ids.put(one.key(), one.id()));
        return ids;
    }

    private static SqlArrayValue keyArray(Collection<Series> series) {
        return array("int4", series, Series::key);
    }

    private static <T> SqlArrayValue array(String type, Collection<T> rows, Function<T, Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }

    private static Reading reading(ResultSet row, Map<Integer, SeriesId> ids) throws SQLException {
        return new Reading(
                requireNonNull(ids.get(row.getInt("series_id"))),
                instant(row),
                row.getDouble("value"),
                new Quality(row.getShort("quality")));
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                instant(row),
                row.getDouble("mean"),
                row.getDouble("lowest"),
                row.getDouble("highest"),
                row.getInt("samples"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("ts", OffsetDateTime.class).toInstant();
    }
}
