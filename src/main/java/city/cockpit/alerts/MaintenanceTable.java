package city.cockpit.alerts;

import static java.time.ZoneOffset.UTC;

import city.cockpit.alerts.MaintenanceWindow.Kind;
import city.cockpit.alerts.MaintenanceWindow.Target;
import city.cockpit.measurement.Interval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code maintenance_window}. Every method blocks; any thread. */
@Repository
class MaintenanceTable {

    private final JdbcClient sql;

    MaintenanceTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that are not over by then, and as many that are, the newest first. */
    List<MaintenanceWindow> list(Instant now, int most) {
        return sql.sql("SELECT * FROM maintenance_window ORDER BY ends <= :now, begins DESC, id DESC LIMIT :most")
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(MaintenanceTable::window)
                .list();
    }

    /** Those with a part in that time. */
    List<MaintenanceWindow> listWithin(Instant from, Instant to) {
        return sql.sql("SELECT * FROM maintenance_window WHERE ends > :from AND begins <= :to")
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query(MaintenanceTable::window)
                .list();
    }

    Optional<MaintenanceWindow> find(long id) {
        return sql
                .sql("SELECT * FROM maintenance_window WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(MaintenanceTable::window)
                .list()
                .stream()
                .findFirst();
    }

    void add(MaintenanceWindow window) {
        sql.sql("""
                        INSERT INTO maintenance_window (kind, key, begins, ends, reason, made_by)
                        VALUES (:kind, :key, :begins, :ends, :reason, :by)""")
                .param("kind", window.target().kind().name())
                .param("key", window.target().key())
                .param("begins", window.span().from().atOffset(UTC))
                .param("ends", window.span().to().atOffset(UTC))
                .param("reason", window.reason())
                .param("by", window.madeBy())
                .update();
    }

    void end(long id, Instant now, String by) {
        sql.sql("UPDATE maintenance_window SET ends = :now, ended_by = :by WHERE id = :id")
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .param("by", by)
                .update();
    }

    void remove(long id) {
        sql.sql("DELETE FROM maintenance_window WHERE id = :id").param("id", id).update();
    }

    private static MaintenanceWindow window(ResultSet row, int n) throws SQLException {
        return new MaintenanceWindow(
                row.getLong("id"),
                new Target(Kind.valueOf(row.getString("kind")), row.getString("key")),
                new Interval(time(row, "begins"), time(row, "ends")),
                row.getString("reason"),
                row.getString("made_by"),
                Optional.ofNullable(row.getString("ended_by")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
