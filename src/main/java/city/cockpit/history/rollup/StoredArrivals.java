package city.cockpit.history.rollup;

import city.cockpit.history.Arrivals;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code reading_arrival}, to which the upkeep only adds, so that nobody waits. */
@Repository
class StoredArrivals implements Arrivals {

    private final JdbcClient sql;

    StoredArrivals(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<Integer, Instant> take() {
        return sql
                .sql("""
                        WITH taken AS (
                            DELETE FROM reading_arrival
                             WHERE number IN (SELECT number FROM reading_arrival FOR UPDATE SKIP LOCKED)
                            RETURNING series_ids, seconds)
                        SELECT series_id, min(second)
                          FROM taken CROSS JOIN LATERAL unnest(series_ids, seconds) AS told (series_id, second)
                         GROUP BY series_id""")
                .query((row, n) -> Map.entry(row.getInt(1), Instant.ofEpochSecond(row.getLong(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
