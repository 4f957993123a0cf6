package city.cockpit.history;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import city.cockpit.history.Appended.Conflict;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Readings in PostgreSQL. The same statements run on a plain table and on a hypertable. */
@Repository
class StoredReadings implements ReadingStore {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SeriesCatalog catalog;
    private final Edition edition;

    StoredReadings(JdbcClient sql, TransactionTemplate transaction, SeriesCatalog catalog) {
        this.sql = sql;
        this.transaction = transaction;
        this.catalog = catalog;
        this.edition = ReadingTable.editionOf(sql);
    }

    @Override
    public Edition edition() {
        return edition;
    }

    @Override
    public Appended append(List<Reading> readings) {
        var firsts = new LinkedHashMap<Reading.Key, Reading>();
        var repeats = new ArrayList<Reading>();
        for (var reading : readings) if (firsts.putIfAbsent(reading.key(), reading) != null) repeats.add(reading);
        if (firsts.isEmpty()) return new Appended(List.of(), List.of(), List.of());
        return requireNonNull(transaction.execute(status -> append(List.copyOf(firsts.values()), repeats)));
    }

    private Appended append(List<Reading> firsts, List<Reading> repeats) {
        var added = insert(firsts);
        var stored = firsts.stream()
                .filter(reading -> added.contains(rowOf(reading)))
                .toList();
        var late = new ArrayList<>(repeats);
        firsts.stream().filter(reading -> !added.contains(rowOf(reading))).forEach(late::add);
        if (late.isEmpty()) return new Appended(stored, List.of(), List.of());
        return sortOut(stored, late);
    }

    private Set<Row> insert(List<Reading> readings) {
        return sql.sql("""
                        INSERT INTO reading (ts, value, series_id, quality)
                        SELECT ts, value, series_id, quality
                          FROM unnest(:ts, :value, :series, :quality) AS given (ts, value, series_id, quality)
                         ORDER BY series_id, ts
                            ON CONFLICT DO NOTHING
                        RETURNING series_id, ts""")
                .param("ts", times(readings))
                .param("value", array("float8", readings, Reading::value))
                .param("series", array("int4", readings, this::keyOf))
                .param(
                        "quality",
                        array("int2", readings, reading -> reading.quality().flags()))
                .query((row, n) -> new Row(row.getInt("series_id"), instant(row)))
                .set();
    }

    /** Tells repeats from conflicts by what the table holds, this transaction's own rows among them. */
    private Appended sortOut(List<Reading> stored, List<Reading> late) {
        var present = new HashMap<Row, Double>();
        sql.sql("""
                        SELECT r.series_id, r.ts, r.value
                          FROM unnest(:series, :ts) AS given (series_id, ts)
                          JOIN reading r ON r.series_id = given.series_id AND r.ts = given.ts""")
                .param("series", array("int4", late, this::keyOf))
                .param("ts", times(late))
                .query(row -> {
                    present.put(new Row(row.getInt("series_id"), instant(row)), row.getDouble("value"));
                });
        var duplicates = new ArrayList<Reading>();
        var conflicts = new ArrayList<Conflict>();
        for (var reading : late) {
            var kept = present.getOrDefault(rowOf(reading), reading.value());
            if (kept == reading.value()) duplicates.add(reading);
            else conflicts.add(new Conflict(reading, kept));
        }
        return new Appended(stored, duplicates, conflicts);
    }

    @Override
    public Map<SeriesId, Reading> newest(Collection<Series> series) {
        return newest(series, Quality.GOOD);
    }

    @Override
    public Map<SeriesId, Reading> newestPlausible(Collection<Series> series) {
        return newest(series, Quality.IMPLAUSIBLE);
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
                                   ELSE (array_agg(r.value ORDER BY r.ts DESC)
                                         FILTER (WHERE given.kind IN ('METER', 'STATE')))[1]
                               END AS mean
                          FROM (SELECT series_id, kind,
                                       CASE kind WHEN 'TALLY' THEN INTERVAL '1 microsecond' ELSE INTERVAL '0' END AS shift
                                  FROM unnest(:series, :kind) AS asked (series_id, kind)) given
                          JOIN reading r ON r.series_id = given.series_id
                           AND r.ts >= :from AND r.ts <= :to
                           AND r.ts - given.shift >= :from AND r.ts - given.shift < :to
                           AND r.quality & :implausible = 0
                         GROUP BY r.series_id, given.kind, 2
                         ORDER BY r.series_id, 2""")
                .param("series", keyArray(series))
                .param(
                        "kind",
                        array("text", series, one -> one.property().kind().name()))
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .param("step", step.toSeconds())
                .param("implausible", Quality.IMPLAUSIBLE.flags())
                .query((row, n) -> Map.entry(requireNonNull(ids.get(row.getInt("series_id"))), step(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    @Override
    public Map<SeriesId, List<Doubt>> doubts(Collection<Series> series, Interval span, Duration step) {
        var ids = idsByKey(series);
        return sql
                .sql("""
                        SELECT r.series_id,
                               date_bin(make_interval(secs => :step), r.ts - given.shift, TIMESTAMPTZ 'epoch') AS ts,
                               count(*) AS readings, min(r.value) AS lowest, max(r.value) AS highest
                          FROM (SELECT series_id,
                                       CASE kind WHEN 'TALLY' THEN INTERVAL '1 microsecond' ELSE INTERVAL '0' END AS shift
                                  FROM unnest(:series, :kind) AS asked (series_id, kind)) given
                          JOIN reading r ON r.series_id = given.series_id
                           AND r.ts >= :from AND r.ts <= :to
                           AND r.ts - given.shift >= :from AND r.ts - given.shift < :to
                           AND r.quality & :implausible <> 0
                         GROUP BY r.series_id, 2
                         ORDER BY r.series_id, 2""")
                .param("series", keyArray(series))
                .param(
                        "kind",
                        array("text", series, one -> one.property().kind().name()))
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .param("step", step.toSeconds())
                .param("implausible", Quality.IMPLAUSIBLE.flags())
                .query((row, n) -> Map.entry(requireNonNull(ids.get(row.getInt("series_id"))), doubt(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private int keyOf(Reading reading) {
        return catalog.series(reading.series()).key();
    }

    private static Map<Integer, SeriesId> idsByKey(Collection<Series> series) {
        var ids = new HashMap<Integer, SeriesId>();
        series.forEach(one -> ids.put(one.key(), one.id()));
        return ids;
    }

    private static SqlArrayValue keyArray(Collection<Series> series) {
        return array("int4", series, Series::key);
    }

    /** pgjdbc turns the elements of a time array into text, so text is what it gets. */
    private static SqlArrayValue times(List<Reading> readings) {
        return array(
                "timestamptz", readings, reading -> reading.phenomenonTime().toString());
    }

    private static <T> SqlArrayValue array(String type, Collection<T> rows, Function<T, Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }

    private Row rowOf(Reading reading) {
        return new Row(keyOf(reading), reading.phenomenonTime());
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

    private static Doubt doubt(ResultSet row) throws SQLException {
        return new Doubt(instant(row), row.getDouble("lowest"), row.getDouble("highest"), row.getInt("readings"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("ts", OffsetDateTime.class).toInstant();
    }

    private record Row(int series, Instant time) {}
}
