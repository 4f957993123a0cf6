package city.cockpit.history.rollup;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Completeness;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.TownSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up the seconds of the rollups: hours for a day, days for a week and a month. */
@Repository
class StoredCompleteness implements Completeness {

    /** The upkeep waits a while for late readings before it adds up an hour. */
    private static final Duration UPKEEP = Duration.ofMinutes(5);

    private static final int HOURS = 24;
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private static final String QUESTION = """
            WITH given AS (SELECT series_id FROM unnest(:series) AS g (series_id)),
            hours AS (
                SELECT series_id, sum(seconds) AS seconds FROM reading_1h
                 WHERE hour >= :from AND hour < :to GROUP BY series_id),
            days AS (
                SELECT series_id, sum(seconds) FILTER (WHERE starts_at >= :week) AS week, sum(seconds) AS month
                  FROM reading_1d WHERE day >= :monthDay AND day < :today GROUP BY series_id)
            SELECT series_id, first.hour AS begin, coalesce(hours.seconds, 0) AS day,
                   coalesce(days.week, 0) AS week, coalesce(days.month, 0) AS month
              FROM given
             CROSS JOIN LATERAL (
                SELECT hour FROM reading_1h h
                 WHERE h.series_id = given.series_id ORDER BY h.series_id, h.hour LIMIT 1) AS first
              LEFT JOIN hours USING (series_id)
              LEFT JOIN days USING (series_id)""";

    private final JdbcClient sql;
    private final TownSource town;
    private final InstantSource clock;

    StoredCompleteness(JdbcClient sql, TownSource town, InstantSource clock) {
        this.sql = sql;
        this.town = town;
        this.clock = clock;
    }

    /** The spans of time, all of them over. */
    private record Spans(Instant from, Instant to, Instant month, Instant week, Instant today) {}

    @Override
    public Map<Integer, Shares> of(Collection<Series> series) {
        var zone = town.town().zone();
        var to = clock.instant().minus(UPKEEP).truncatedTo(ChronoUnit.HOURS);
        var today = to.atZone(zone).toLocalDate();
        var spans = new Spans(
                to.minus(HOURS, ChronoUnit.HOURS),
                to,
                today.minusDays(MONTH).atStartOfDay(zone).toInstant(),
                today.minusDays(WEEK).atStartOfDay(zone).toInstant(),
                today.atStartOfDay(zone).toInstant());
        return sql
                .sql(QUESTION)
                .param("series", RollupTable.keys(series))
                .param("from", spans.from().atOffset(UTC))
                .param("to", spans.to().atOffset(UTC))
                .param("week", spans.week().atOffset(UTC))
                .param("monthDay", today.minusDays(MONTH))
                .param("today", today)
                .query((row, n) -> Map.entry(row.getInt("series_id"), shares(row, spans)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Shares shares(ResultSet row, Spans spans) throws SQLException {
        var begin = row.getObject("begin", OffsetDateTime.class).toInstant();
        return new Shares(
                share(row.getDouble("day"), spans.from(), spans.to(), begin),
                share(row.getDouble("week"), spans.week(), spans.today(), begin),
                share(row.getDouble("month"), spans.month(), spans.today(), begin));
    }

    private static OptionalDouble share(double seconds, Instant from, Instant to, Instant begin) {
        var start = begin.isAfter(from) ? begin : from;
        if (!start.isBefore(to)) return OptionalDouble.empty();
        return OptionalDouble.of(
                Math.min(1, seconds / Duration.between(start, to).toSeconds()));
    }
}
