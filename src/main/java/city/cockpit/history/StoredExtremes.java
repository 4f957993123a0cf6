package city.cockpit.history;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Added up by the database, which costs it a tenth of telling every reading. */
@Repository
class StoredExtremes implements Extremes {

    private final JdbcClient sql;

    StoredExtremes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<SeriesId, Extreme> of(Collection<Series> series, Interval span) {
        var ids = new HashMap<Integer, SeriesId>();
        series.forEach(one -> ids.put(one.key(), one.id()));
        return sql
                .sql("""
                        SELECT r.series_id, min(r.value), max(r.value), max(r.ts)
                          FROM unnest(:series) AS given (series_id)
                          JOIN reading r ON r.series_id = given.series_id
                           AND r.ts >= :from AND r.ts < :to AND r.quality & :doubtful = 0
                         GROUP BY r.series_id""")
                .param("series", new SqlArrayValue("int4", ids.keySet().toArray()))
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .param("doubtful", Quality.DOUBTFUL.flags())
                .query((row, n) -> Map.entry(
                        Objects.requireNonNull(ids.get(row.getInt(1))),
                        new Extreme(
                                row.getDouble(2),
                                row.getDouble(3),
                                row.getObject(4, OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
