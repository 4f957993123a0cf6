package city.cockpit.registry.rights;

import static java.time.ZoneOffset.UTC;

import city.cockpit.measurement.SensorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code broker_account}. */
@Repository
class DeviceAccountTable {

    private static final String ALL = """
            SELECT name, sensor_name, title, topic_name, client_id, filters, password_hash, password_number, password_at,
                   locked, retired, version
              FROM broker_account
            """;

    private final JdbcClient sql;

    DeviceAccountTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Differs after every change of any account. */
    record Mark(int accounts, long newest) {}

    Mark mark() {
        return sql.sql("SELECT count(*), coalesce(max(version), 0) FROM broker_account")
                .query((row, n) -> new Mark(row.getInt(1), row.getLong(2)))
                .single();
    }

    List<AccountRow> list() {
        return sql.sql(ALL + " ORDER BY name").query((row, n) -> account(row)).list().stream()
                .toList();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<AccountRow> findToChange(String name) {
        return sql.sql(ALL + " WHERE name = :name FOR UPDATE")
                .param("name", name)
                .query((row, n) -> account(row))
                .optional();
    }

    /** Returns false if the name or the sensor has an account. */
    boolean add(String name, Optional<SensorId> sensor, Instant now) {
        return sql.sql("""
                        INSERT INTO broker_account (name, sensor_name, changed_at) VALUES (:name, :sensor, :now)
                            ON CONFLICT DO NOTHING""")
                        .param("name", name)
                        .param("sensor", sensor.map(SensorId::value).orElse(null), Types.VARCHAR)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void describe(String name, String title, String topicName, String clientId, List<String> filters, Instant now) {
        sql.sql("""
                        UPDATE broker_account
                           SET title = :title, topic_name = :topicName, client_id = :clientId, filters = :filters,
                               version = DEFAULT, changed_at = :now
                         WHERE name = :name""")
                .param("name", name)
                .param("title", title)
                .param("topicName", topicName)
                .param("clientId", clientId)
                .param("filters", filters.toArray(String[]::new))
                .param("now", now.atOffset(UTC))
                .update();
    }

    void password(String name, PasswordHash hash, Instant now) {
        sql.sql("""
                        UPDATE broker_account
                           SET password_hash = :hash, password_number = password_number + 1, password_at = :now,
                               version = DEFAULT, changed_at = :now
                         WHERE name = :name""")
                .param("name", name)
                .param("hash", hash.text())
                .param("now", now.atOffset(UTC))
                .update();
    }

    void lock(String name, boolean locked, Instant now) {
        sql.sql("UPDATE broker_account SET locked = :locked, version = DEFAULT, changed_at = :now WHERE name = :name")
                .param("name", name)
                .param("locked", locked)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Returns whether that was news. */
    boolean retire(SensorId sensor, boolean retired, Instant now) {
        return sql.sql("""
                        UPDATE broker_account SET retired = :retired, version = DEFAULT, changed_at = :now
                         WHERE sensor_name = :sensor AND retired <> :retired""")
                        .param("sensor", sensor.value())
                        .param("retired", retired)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void remove(String name) {
        sql.sql("DELETE FROM broker_account WHERE name = :name")
                .param("name", name)
                .update();
    }

    private static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getString("name"),
                Optional.ofNullable(row.getString("sensor_name")).map(SensorId::new),
                row.getString("title"),
                row.getString("topic_name"),
                row.getString("client_id"),
                List.of((String[]) row.getArray("filters").getArray()),
                Optional.ofNullable(row.getString("password_hash")).map(PasswordHash::new),
                row.getInt("password_number"),
                Optional.ofNullable(row.getObject("password_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("locked"),
                row.getBoolean("retired"),
                row.getLong("version"));
    }
}
