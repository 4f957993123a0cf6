package city.cockpit.history.rollup;

import static java.time.ZoneOffset.UTC;

import city.cockpit.history.rollup.HourRollups.Stand;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Series;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes rollups of what the table of readings holds. Every method blocks. */
final class HourReader {

    /** More readings than any sensor of a town has in an hour; beyond that memory would be at risk. */
    private static final int MOST_ROWS = 2_000_000;

    private static final int FETCHED_AT_ONCE = 10_000;

    private final JdbcClient sql;

    HourReader(JdbcClient sql) {
        this.sql = sql;
    }

    /** The rollups of those hours; throws {@link TooManyReadingsException}. */
    HourRollups hours(Series series, Stretch stretch) {
        return steps(series, stretch.from(), stretch.to(), HourRollups.HOUR);
    }

    /** The same in other steps; the begin is one of a step. */
    HourRollups steps(Series series, long from, long to, long step) {
        var reach = Reach.of(series);
        var begin = from - reach.contextBefore();
        var rows = rows(series, begin, to + reach.contextAfter());
        return HourRollups.of(series, rows, stand(series, begin), from, to, step);
    }

    /** All readings of the series in that time, in its order. */
    Rows rows(Series series, long from, long to) {
        var rows = new Rows();
        sql.sql("""
                        SELECT date_part('epoch', ts), value, quality FROM reading
                         WHERE series_id = :series AND ts >= :from AND ts < :to
                         ORDER BY series_id, ts LIMIT :most""")
                .param("series", series.key())
                .param("from", time(from))
                .param("to", time(to))
                .param("most", MOST_ROWS + 1)
                .withFetchSize(FETCHED_AT_ONCE)
                .query(row -> {
                    rows.add(micros(row.getDouble(1)), row.getDouble(2), row.getShort(3));
                });
        if (rows.size() > MOST_ROWS) throw new TooManyReadingsException(series.id());
        return rows;
    }

    /** Where a meter stood last before that time; of everything else unknown. */
    Stand stand(Series series, long before) {
        if (series.property().kind() != Kind.METER) return Stand.UNKNOWN;
        return sql.sql("""
                        SELECT date_part('epoch', ts), value FROM reading
                         WHERE series_id = :series AND ts < :before AND quality & :implausible = 0
                         ORDER BY series_id DESC, ts DESC LIMIT 1""")
                .param("series", series.key())
                .param("before", time(before))
                .param("implausible", Quality.IMPLAUSIBLE.flags())
                .query((row, n) -> new Stand(micros(row.getDouble(1)), row.getDouble(2)))
                .optional()
                .orElse(Stand.UNKNOWN);
    }

    /** When the next reading from then on was observed. */
    Optional<Long> next(Series series, long from) {
        return sql.sql("""
                        SELECT date_part('epoch', ts) FROM reading
                         WHERE series_id = :series AND ts >= :from AND quality & :implausible = 0
                         ORDER BY series_id, ts LIMIT 1""")
                .param("series", series.key())
                .param("from", time(from))
                .param("implausible", Quality.IMPLAUSIBLE.flags())
                .query((row, n) -> micros(row.getDouble(1)))
                .optional();
    }

    /** When the oldest reading of all was observed. By series, since that is how the index goes. */
    Optional<Long> oldest(Collection<Series> series) {
        return sql.sql("""
                        SELECT date_part('epoch', min(r.ts)) FROM unnest(:series) AS given (series_id)
                         CROSS JOIN LATERAL (SELECT ts FROM reading WHERE series_id = given.series_id
                                              ORDER BY series_id, ts LIMIT 1) r
                        HAVING count(*) > 0""")
                .param("series", RollupTable.keys(series))
                .query((row, n) -> micros(row.getDouble(1)))
                .optional();
    }

    /** A double holds the seconds of these centuries to a fraction of a microsecond. */
    static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static OffsetDateTime time(long micros) {
        return instant(micros).atOffset(UTC);
    }
}
