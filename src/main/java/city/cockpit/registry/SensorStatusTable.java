package city.cockpit.registry;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The column {@code offline_since} of the table {@code sensor}. */
@Repository
class SensorStatusTable implements SensorStatus {

    private final JdbcClient sql;

    SensorStatusTable(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void offline(SensorId sensor, Instant since) {
        sql.sql("UPDATE sensor SET offline_since = :since WHERE name = :name")
                .param("since", since.atOffset(UTC))
                .param("name", sensor.value())
                .update();
    }

    @Override
    public void online(SensorId sensor) {
        sql.sql("UPDATE sensor SET offline_since = NULL WHERE name = :name AND offline_since IS NOT NULL")
                .param("name", sensor.value())
                .update();
    }

    @Override
    public Map<SensorId, Instant> listOffline() {
        return sql
                .sql("SELECT name, offline_since FROM sensor WHERE offline_since IS NOT NULL")
                .query((row, n) -> Map.entry(
                        new SensorId(row.getString("name")),
                        row.getObject("offline_since", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
