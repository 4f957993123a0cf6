package city.cockpit.history.rollup;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import city.cockpit.history.SoundDay;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The tables of rollups and of what is out of date in them. Every method blocks; any thread. */
final class RollupTable {

    /** Any number that no other work in the database uses. */
    private static final long LOCK = 6_033_001;

    private static final String HOURS = """
            SELECT h.series_id, date_part('epoch', h.hour), h.readings, h.seconds, h.total, h.sine,
                   coalesce(h.min_value, 'NaN'), coalesce(h.max_value, 'NaN'), coalesce(h.first_value, 'NaN'),
                   coalesce(h.last_value, 'NaN'), h.doubts, coalesce(h.doubt_min, 'NaN'), coalesce(h.doubt_max, 'NaN')
              FROM unnest(:series) AS given (series_id)
              JOIN reading_1h h ON h.series_id = given.series_id AND h.hour >= :from AND h.hour < :to
             ORDER BY h.series_id, h.hour""";

    private static final String DAYS = """
            SELECT d.series_id, d.day, d.readings, d.seconds, d.total, d.sine,
                   coalesce(d.min_value, 'NaN'), coalesce(d.max_value, 'NaN'), coalesce(d.first_value, 'NaN'),
                   coalesce(d.last_value, 'NaN'), d.doubts, coalesce(d.doubt_min, 'NaN'), coalesce(d.doubt_max, 'NaN')
              FROM unnest(:series) AS given (series_id)
              JOIN reading_1d d ON d.series_id = given.series_id AND d.day >= :from AND d.day < :until
             ORDER BY d.series_id, d.day""";

    /**
     * What the hours of each step come to, added up in their order as {@link Rollup#then} does, so that it is the same number
     * to the last bit. A step that has a single reading has it as its last; of others nobody asks for the ends.
     */
    private static final String STEPS = """
            SELECT h.series_id, width_bucket(date_part('epoch', h.hour), :starts) - 1 AS step,
                   sum(h.readings), sum(h.seconds ORDER BY h.hour), sum(h.total ORDER BY h.hour),
                   sum(h.sine ORDER BY h.hour), coalesce(min(h.min_value), 'NaN'), coalesce(max(h.max_value), 'NaN'),
                   sum(h.doubts), coalesce(min(h.doubt_min), 'NaN'), coalesce(max(h.doubt_max), 'NaN')
              FROM unnest(:series) AS given (series_id)
              JOIN reading_1h h ON h.series_id = given.series_id AND h.hour >= :from AND h.hour < :to
             GROUP BY 1, 2 ORDER BY 1, 2""";

    private final JdbcClient sql;

    RollupTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether this transaction is the only one of all nodes that does the upkeep, until its end. */
    boolean lock() {
        var only = sql.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (only)
            sql.sql("SELECT set_config('cockpit.upkeep', 'on', true)")
                    .query((row, n) -> row.getString(1))
                    .single();
        return only;
    }

    /** Takes over what the batches have marked, and tells of it; returns how many batches that were. */
    int collectMarks() {
        return sql.sql("""
                        WITH taken AS (DELETE FROM reading_mark RETURNING series_ids, hours, seconds),
                             marked AS (SELECT series_id, hour, min(coalesce(second, hour * 3600::bigint)) AS second
                                          FROM taken CROSS JOIN LATERAL
                                               unnest(series_ids, hours, seconds) AS m (series_id, hour, second)
                                         GROUP BY series_id, hour),
                             stale AS (INSERT INTO reading_stale_hour (series_id, hour)
                                       SELECT series_id, TIMESTAMPTZ 'epoch' + hour * INTERVAL '1 hour' FROM marked
                                           ON CONFLICT DO NOTHING),
                             told AS (INSERT INTO reading_arrival (series_ids, seconds)
                                      SELECT array_agg(series_id), array_agg(second)
                                        FROM (SELECT series_id, min(second) AS second FROM marked GROUP BY series_id) one
                                      HAVING count(*) > 0)
                        SELECT count(*) FROM taken""").query((row, n) -> row.getInt(1)).single();
    }

    /** Readings are believed no more, or again, from that time on. */
    private void tellOfDoubts(Series series, long from) {
        sql.sql("INSERT INTO reading_arrival (series_ids, seconds) VALUES (ARRAY[:series], ARRAY[:second])")
                .param("series", series.key())
                .param("second", Math.floorDiv(from, 1_000_000L))
                .update();
    }

    /**
     * Hours that may be rolled up now, by series.
     *
     * @param before begin of the first hour that is not over
     * @param quiet for how long they have to be stale already, since more readings may be on their way
     */
    Map<Integer, Set<Long>> dueHours(Collection<Series> series, long before, Duration quiet, int most) {
        return hours(sql.sql("""
                        SELECT series_id, date_part('epoch', hour) FROM reading_stale_hour
                         WHERE series_id = ANY (:series) AND hour < :before
                           AND stale_at <= clock_timestamp() - make_interval(secs => :quiet)
                         ORDER BY series_id, hour LIMIT :most""")
                .param("series", keys(series))
                .param("before", HourReader.time(before))
                .param("quiet", quiet.toMillis() / 1e3)
                .param("most", most));
    }

    /** Hours that are out of date, by series. */
    Map<Integer, Set<Long>> staleHours(Collection<Series> series, long from, long to) {
        return hours(sql.sql("""
                        SELECT series_id, date_part('epoch', hour) FROM reading_stale_hour
                         WHERE series_id = ANY (:series) AND hour >= :from AND hour < :to""")
                .param("series", keys(series))
                .param("from", HourReader.time(from))
                .param("to", HourReader.time(to)));
    }

    private static Map<Integer, Set<Long>> hours(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> Map.entry(row.getInt(1), HourReader.micros(row.getDouble(2))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    void addStaleHours(Series series, long from, long to) {
        sql.sql("""
                        INSERT INTO reading_stale_hour (series_id, hour)
                        SELECT :series, generate_series(:from::timestamptz, :last::timestamptz, INTERVAL '1 hour')
                            ON CONFLICT DO NOTHING""")
                .param("series", series.key())
                .param("from", HourReader.time(from))
                .param("last", HourReader.time(to - HourRollups.HOUR))
                .update();
    }

    void forgetStaleHours(Series series, Collection<Long> hours) {
        sql.sql("DELETE FROM reading_stale_hour WHERE series_id = :series AND hour = ANY (:hours)")
                .param("series", series.key())
                .param("hours", times(hours))
                .update();
    }

    /** They wait as if they had just become stale. */
    void putOff(Series series, Collection<Long> hours, Duration wait) {
        sql.sql("""
                        UPDATE reading_stale_hour SET stale_at = clock_timestamp() + make_interval(secs => :wait)
                         WHERE series_id = :series AND hour = ANY (:hours)""")
                .param("series", series.key())
                .param("hours", times(hours))
                .param("wait", wait.toSeconds())
                .update();
    }

    /**
     * Replaces all rollups of the series in that time.
     *
     * @return the hours of which the rollup is another one now
     */
    Set<Long> replaceHours(Series series, Stretch stretch, Map<Long, Rollup> rollups) {
        var before = hours(List.of(series), stretch.from(), stretch.to()).getOrDefault(series.key(), new TreeMap<>());
        var changed = new TreeSet<Long>();
        var next = new TreeMap<Long, Rollup>();
        rollups.forEach((hour, rollup) -> {
            if (rollup.equals(before.get(hour))) return;
            changed.add(hour);
            next.put(hour, rollup);
        });
        var gone = new TreeSet<>(before.keySet());
        gone.removeAll(rollups.keySet());
        changed.addAll(gone);
        if (!gone.isEmpty())
            sql.sql("DELETE FROM reading_1h WHERE series_id = :series AND hour = ANY (:hours)")
                    .param("series", series.key())
                    .param("hours", times(gone))
                    .update();
        if (!next.isEmpty()) put(series, next);
        return changed;
    }

    private void put(Series series, NavigableMap<Long, Rollup> hours) {
        var kind = series.property().kind();
        columns(sql.sql("""
                        INSERT INTO reading_1h AS old (series_id, hour, value, readings, seconds, total, sine, min_value,
                               max_value, first_value, last_value, doubts, doubt_min, doubt_max)
                        SELECT :key, hour, nullif(value, 'NaN'), readings, seconds, total, sine, nullif(min, 'NaN'),
                               nullif(max, 'NaN'), nullif(first, 'NaN'), nullif(last, 'NaN'), doubts,
                               nullif(doubt_min, 'NaN'), nullif(doubt_max, 'NaN')
                          FROM unnest(:hours, :value, :readings, :seconds, :total, :sine, :min, :max, :first, :last,
                                      :doubts, :doubtMin, :doubtMax)
                            AS given (hour, value, readings, seconds, total, sine, min, max, first, last, doubts,
                                      doubt_min, doubt_max)
                            ON CONFLICT (series_id, hour) DO UPDATE
                           SET (value, readings, seconds, total, sine, min_value, max_value, first_value, last_value,
                                doubts, doubt_min, doubt_max)
                             = (EXCLUDED.value, EXCLUDED.readings, EXCLUDED.seconds, EXCLUDED.total, EXCLUDED.sine,
                                EXCLUDED.min_value, EXCLUDED.max_value, EXCLUDED.first_value, EXCLUDED.last_value,
                                EXCLUDED.doubts, EXCLUDED.doubt_min, EXCLUDED.doubt_max)"""), kind, List.copyOf(hours.values()))
                .param("key", series.key())
                .param("hours", times(hours.keySet()))
                .update();
    }

    private static JdbcClient.StatementSpec columns(
            JdbcClient.StatementSpec statement, Kind kind, List<Rollup> rollups) {
        return statement
                .param("value", column(rollups, one -> orNaN(one.value(kind))))
                .param(
                        "readings",
                        counts(rollups.stream().mapToInt(Rollup::count).toArray()))
                .param("seconds", column(rollups, Rollup::seconds))
                .param("total", column(rollups, Rollup::total))
                .param("sine", column(rollups, Rollup::sine))
                .param("min", column(rollups, Rollup::min))
                .param("max", column(rollups, Rollup::max))
                .param("first", column(rollups, Rollup::first))
                .param("last", column(rollups, Rollup::last))
                .param(
                        "doubts",
                        counts(rollups.stream().mapToInt(Rollup::doubts).toArray()))
                .param("doubtMin", column(rollups, Rollup::doubtMin))
                .param("doubtMax", column(rollups, Rollup::doubtMax));
    }

    /** Changes nothing but the flag of readings that are suspect now, or are not any more. */
    void flag(Series series, Rows rows, List<Integer> suspects, boolean isSuspect) {
        if (suspects.isEmpty()) return;
        sql.sql(isSuspect ? """
                        UPDATE reading SET quality = quality | :suspect
                         WHERE series_id = :series AND ts = ANY (:times)""" : """
                        UPDATE reading SET quality = quality & ~:suspect
                         WHERE series_id = :series AND ts = ANY (:times)""")
                .param("series", series.key())
                .param("times", times(suspects.stream().map(rows::micros).toList()))
                .param("suspect", Quality.SUSPECT.flags())
                .update();
        tellOfDoubts(series, suspects.stream().mapToLong(rows::micros).min().orElseThrow());
    }

    /** The rollups of those hours by the number of the series. */
    Map<Integer, NavigableMap<Long, Rollup>> hours(Collection<Series> series, long from, long to) {
        var found = new HashMap<Integer, NavigableMap<Long, Rollup>>();
        sql.sql(HOURS)
                .param("series", keys(series))
                .param("from", HourReader.time(from))
                .param("to", HourReader.time(to))
                .query(row -> {
                    found.computeIfAbsent(row.getInt(1), key -> new TreeMap<>())
                            .put(HourReader.micros(row.getDouble(2)), rollup(row));
                });
        return found;
    }

    /**
     * What the hours of each step come to, by the number of the series and the begin of the step.
     *
     * @param starts when the steps begin, each where the one before it ends
     * @param to end of the last hour that counts
     */
    Map<Integer, NavigableMap<Long, Rollup>> steps(Collection<Series> series, long[] starts, long to) {
        var seconds = LongStream.of(starts).mapToDouble(start -> start / 1e6).toArray();
        var found = new HashMap<Integer, NavigableMap<Long, Rollup>>();
        sql.sql(STEPS)
                .param("starts", numbers(seconds))
                .param("series", keys(series))
                .param("from", HourReader.time(starts[0]))
                .param("to", HourReader.time(to))
                .query(row -> {
                    found.computeIfAbsent(row.getInt(1), key -> new TreeMap<>()).put(starts[row.getInt(2)], sum(row));
                });
        return found;
    }

    private static Rollup sum(ResultSet row) throws SQLException {
        var count = row.getInt(3);
        var max = row.getDouble(8);
        return new Rollup(
                count,
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getDouble(7),
                max,
                Double.NaN,
                count == 1 ? max : Double.NaN,
                row.getInt(9),
                row.getDouble(10),
                row.getDouble(11));
    }

    /** The rollups of those days by the number of the series. */
    Map<Integer, NavigableMap<LocalDate, Rollup>> days(Collection<Series> series, LocalDate from, LocalDate until) {
        var found = new HashMap<Integer, NavigableMap<LocalDate, Rollup>>();
        sql.sql(DAYS)
                .param("series", keys(series))
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    found.computeIfAbsent(row.getInt(1), key -> new TreeMap<>())
                            .put(row.getObject(2, LocalDate.class), rollup(row));
                });
        return found;
    }

    private static Rollup rollup(ResultSet row) throws SQLException {
        return new Rollup(
                row.getInt(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getDouble(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getInt(11),
                row.getDouble(12),
                row.getDouble(13));
    }

    void addStaleDays(Series series, Collection<LocalDate> days) {
        if (days.isEmpty()) return;
        sql.sql("""
                        INSERT INTO reading_stale_day (series_id, day) SELECT :series, unnest(:days)
                            ON CONFLICT DO NOTHING""").param("series", series.key()).param("days", dates(days)).update();
    }

    /** Days that are out of date, by series. */
    Map<Integer, Set<LocalDate>> dueDays(Collection<Series> series, int most) {
        return days(sql.sql("""
                        SELECT series_id, day FROM reading_stale_day WHERE series_id = ANY (:series)
                         ORDER BY series_id, day LIMIT :most""").param("series", keys(series)).param("most", most));
    }

    Map<Integer, Set<LocalDate>> staleDays(Collection<Series> series, LocalDate from, LocalDate until) {
        return days(
                sql.sql("""
                        SELECT series_id, day FROM reading_stale_day
                         WHERE series_id = ANY (:series) AND day >= :from AND day < :until""").param("series", keys(series)).param("from", from).param("until", until));
    }

    private static Map<Integer, Set<LocalDate>> days(JdbcClient.StatementSpec statement) {
        return statement.query((row, n) -> Map.entry(row.getInt(1), row.getObject(2, LocalDate.class))).list().stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    /** Replaces the rollups of those days, and forgets that they were stale. */
    void replaceDays(Series series, Collection<LocalDate> days, List<DayRollup> rollups) {
        sql.sql("DELETE FROM reading_1d WHERE series_id = :series AND day = ANY (:days)")
                .param("series", series.key())
                .param("days", dates(days))
                .update();
        sql.sql("DELETE FROM reading_stale_day WHERE series_id = :series AND day = ANY (:days)")
                .param("series", series.key())
                .param("days", dates(days))
                .update();
        if (rollups.isEmpty()) return;
        var sums = rollups.stream().map(DayRollup::rollup).toList();
        columns(sql.sql("""
                        INSERT INTO reading_1d (series_id, day, starts_at, ends_at, value, readings, seconds, total, sine,
                               min_value, max_value, first_value, last_value, doubts, doubt_min, doubt_max,
                               lday, levening, lnight, lden, sound_cover)
                        SELECT :key, day, starts, ends, nullif(value, 'NaN'), readings, seconds, total, sine,
                               nullif(min, 'NaN'), nullif(max, 'NaN'), nullif(first, 'NaN'), nullif(last, 'NaN'), doubts,
                               nullif(doubt_min, 'NaN'), nullif(doubt_max, 'NaN'), nullif(lday, 'NaN'),
                               nullif(levening, 'NaN'), nullif(lnight, 'NaN'), nullif(lden, 'NaN'), nullif(cover, 'NaN')
                          FROM unnest(:days, :starts, :ends, :value, :readings, :seconds, :total, :sine, :min, :max, :first,
                                      :last, :doubts, :doubtMin, :doubtMax, :lday, :levening, :lnight, :lden, :cover)
                            AS given (day, starts, ends, value, readings, seconds, total, sine, min, max, first, last,
                                      doubts, doubt_min, doubt_max, lday, levening, lnight, lden, cover)"""), series.property().kind(), sums)
                .param("key", series.key())
                .param("days", dates(rollups.stream().map(DayRollup::day).toList()))
                .param("starts", times(rollups.stream().map(DayRollup::from).toList()))
                .param("ends", times(rollups.stream().map(DayRollup::to).toList()))
                .param("lday", sound(rollups, day -> orNaN(day.lday())))
                .param("levening", sound(rollups, day -> orNaN(day.levening())))
                .param("lnight", sound(rollups, day -> orNaN(day.lnight())))
                .param("lden", sound(rollups, day -> orNaN(day.lden())))
                .param("cover", sound(rollups, SoundDay::coverage))
                .update();
    }

    /** A day of one series. */
    record DayRollup(LocalDate day, long from, long to, Rollup rollup, Optional<SoundDay> sound) {}

    List<SoundDay> soundDays(Series series, LocalDate from, LocalDate until) {
        return sql.sql("""
                        SELECT day, coalesce(lday, 'NaN'), coalesce(levening, 'NaN'), coalesce(lnight, 'NaN'),
                               coalesce(lden, 'NaN'), sound_cover
                          FROM reading_1d
                         WHERE series_id = :series AND day >= :from AND day < :until
                           AND (lday IS NOT NULL OR levening IS NOT NULL OR lnight IS NOT NULL)
                         ORDER BY day""")
                .param("series", series.key())
                .param("from", from)
                .param("until", until)
                .query((row, n) -> new SoundDay(
                        row.getObject(1, LocalDate.class),
                        known(row.getDouble(2)),
                        known(row.getDouble(3)),
                        known(row.getDouble(4)),
                        known(row.getDouble(5)),
                        row.getDouble(6)))
                .list();
    }

    /** Whose days the rollups have. */
    String timeZone() {
        return sql.sql("SELECT time_zone FROM reading_upkeep")
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** All days are made anew by the clock of another zone. */
    void changeTimeZone(String zone) {
        sql.sql("DELETE FROM reading_1d").update();
        sql.sql("DELETE FROM reading_stale_day").update();
        // A day more on both sides: of one without hours there will be no rollup.
        sql.sql("""
                        INSERT INTO reading_stale_day (series_id, day)
                        SELECT DISTINCT series_id, (hour AT TIME ZONE 'UTC')::date + shift
                          FROM reading_1h CROSS JOIN generate_series(-1, 1) AS shift""").update();
        sql.sql("UPDATE reading_upkeep SET time_zone = :zone")
                .param("zone", zone)
                .update();
    }

    /** From the oldest reading to where hours are rolled up already; empty when all are. */
    Optional<Interval> backlog() {
        return sql.sql("""
                        SELECT backlog_from, backlog_until FROM reading_upkeep
                         WHERE backlog_until IS NOT NULL AND backlog_from < backlog_until""")
                .query((row, n) -> new Interval(instant(row, 1), instant(row, 2)))
                .optional();
    }

    /** Whether nobody has looked yet how far back the backlog reaches. */
    boolean isBacklogUnmeasured() {
        return sql.sql("SELECT backlog_until IS NOT NULL AND backlog_from IS NULL FROM reading_upkeep")
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Begin of the first hour that is not part of the backlog; empty when there is none. */
    Optional<Instant> backlogUntil() {
        return sql.sql("SELECT backlog_until FROM reading_upkeep WHERE backlog_until IS NOT NULL")
                .query((row, n) -> instant(row, 1))
                .optional();
    }

    /** Nothing is left, or nothing was there. */
    void endBacklog() {
        sql.sql("UPDATE reading_upkeep SET backlog_until = NULL").update();
    }

    void measureBacklog(long from) {
        sql.sql("UPDATE reading_upkeep SET backlog_from = :from")
                .param("from", HourReader.time(from))
                .update();
    }

    void shortenBacklog(long until) {
        sql.sql(
                        "UPDATE reading_upkeep SET backlog_until = CASE WHEN :until::timestamptz > backlog_from THEN :until END")
                .param("until", HourReader.time(until))
                .update();
    }

    /** How many hours of those series wait. */
    long staleHours(Collection<Series> series) {
        return sql.sql("SELECT count(*) FROM reading_stale_hour WHERE series_id = ANY (:series)")
                .param("series", keys(series))
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static SqlTypeValue sound(List<DayRollup> days, ToDoubleFunction<SoundDay> value) {
        return numbers(days.stream()
                .mapToDouble(day -> day.sound().map(value::applyAsDouble).orElse(Double.NaN))
                .toArray());
    }

    private static SqlTypeValue column(List<Rollup> rollups, ToDoubleFunction<Rollup> value) {
        return numbers(rollups.stream().mapToDouble(value).toArray());
    }

    private static SqlTypeValue numbers(double[] numbers) {
        return (statement, index, type, name) -> statement.setObject(index, numbers);
    }

    static SqlTypeValue counts(int[] numbers) {
        return (statement, index, type, name) -> statement.setObject(index, numbers);
    }

    static SqlTypeValue keys(Collection<Series> series) {
        return counts(series.stream().mapToInt(Series::key).toArray());
    }

    static SqlArrayValue times(Collection<Long> micros) {
        return new SqlArrayValue(
                "timestamptz",
                micros.stream()
                        .map(time -> HourReader.instant(time).atOffset(UTC).toString())
                        .toArray());
    }

    private static SqlArrayValue dates(Collection<LocalDate> days) {
        return new SqlArrayValue("date", days.stream().map(LocalDate::toString).toArray());
    }
}
