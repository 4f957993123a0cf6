package city.cockpit.faults;

import static java.time.ZoneOffset.UTC;
import static java.util.function.Predicate.not;

import city.cockpit.faults.Faults.Answered;
import city.cockpit.measurement.Domain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code fault_report}. Every method blocks; any thread. */
@Repository
class FaultTable {

    private final JdbcClient sql;

    FaultTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Returns its number. */
    long add(FaultReport report, Instant now) {
        return sql.sql("""
                        INSERT INTO fault_report (topic, site, context, text, contact, reported_at, state, changed_at)
                        VALUES (:topic, :site, :context, :text, :contact, :now, :state, :now) RETURNING id""")
                .param("topic", report.topic().map(Domain::name).orElse(""))
                .param("site", report.site().orElse(""))
                .param("context", report.context())
                .param("text", report.text())
                .param("contact", report.contact())
                .param("now", now.atOffset(UTC))
                .param("state", FaultState.NEW.name())
                .query((row, n) -> row.getLong("id"))
                .single();
    }

    List<Answered> listAnswered(int most) {
        return sql.sql("""
                        SELECT * FROM fault_report WHERE is_public AND answer <> ''
                         ORDER BY changed_at DESC, id DESC LIMIT :most""")
                .param("most", most)
                .query((row, n) -> new Answered(
                        topic(row),
                        site(row),
                        time(row, "reported_at"),
                        FaultState.valueOf(row.getString("state")),
                        row.getString("answer"),
                        time(row, "changed_at")))
                .list();
    }

    List<Fault> list(int most) {
        return sql.sql("""
                        SELECT * FROM fault_report ORDER BY state <> 'NEW', state <> 'IN_WORK', reported_at DESC, id DESC
                         LIMIT :most""").param("most", most).query(FaultTable::fault).list();
    }

    /** To be changed in the transaction of the caller. */
    Optional<Fault> find(long id) {
        return sql
                .sql("SELECT * FROM fault_report WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(FaultTable::fault)
                .list()
                .stream()
                .findFirst();
    }

    void answer(long id, FaultState state, String answer, boolean isPublic, Instant now) {
        sql.sql("""
                        UPDATE fault_report SET state = :state, answer = :answer, is_public = :public, changed_at = :now
                         WHERE id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("answer", answer)
                .param("public", isPublic)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void remove(long id) {
        sql.sql("DELETE FROM fault_report WHERE id = :id").param("id", id).update();
    }

    /** Returns how many reports were too old. */
    int removeBefore(Instant border) {
        return sql.sql("DELETE FROM fault_report WHERE changed_at < :border")
                .param("border", border.atOffset(UTC))
                .update();
    }

    /** Returns of how many matters that are over nobody can be reached any more. */
    int forgetContactsBefore(Instant border) {
        return sql.sql("""
                        UPDATE fault_report SET contact = ''
                         WHERE contact <> '' AND state IN (:over) AND changed_at < :border""")
                .param(
                        "over",
                        Arrays.stream(FaultState.values())
                                .filter(FaultState::isOver)
                                .map(FaultState::name)
                                .toList())
                .param("border", border.atOffset(UTC))
                .update();
    }

    private static Fault fault(ResultSet row, int n) throws SQLException {
        return new Fault(
                row.getLong("id"),
                new FaultReport(
                        topic(row),
                        site(row),
                        row.getString("context"),
                        row.getString("text"),
                        row.getString("contact")),
                time(row, "reported_at"),
                FaultState.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getBoolean("is_public"),
                time(row, "changed_at"));
    }

    private static Optional<Domain> topic(ResultSet row) throws SQLException {
        return Optional.of(row.getString("topic")).filter(not(String::isEmpty)).map(Domain::valueOf);
    }

    private static Optional<String> site(ResultSet row) throws SQLException {
        return Optional.of(row.getString("site")).filter(not(String::isEmpty));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
