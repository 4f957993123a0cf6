package city.cockpit.strategy;

import static java.time.ZoneOffset.UTC;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.strategy.StrategyVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code strategy_version} and {@code strategy_step}. */
@Repository
class StrategyTable implements StrategyStore {

    private static final String STATE = """
            coalesce((SELECT state FROM strategy_step WHERE version = strategy_version.number
                       ORDER BY strategy_step.number DESC LIMIT 1), 'DRAFT') AS state
            """;

    private static final String VERSIONS =
            "SELECT number, plan, saved_at, saved_by, " + STATE + " FROM strategy_version ";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;

    StrategyTable(JdbcClient sql, TransactionTemplate transaction, AuditTrail trail) {
        this.sql = sql;
        this.transaction = transaction;
        this.trail = trail;
    }

    @Override
    public Optional<StrategyVersion> findNewest() {
        return sql.sql(VERSIONS + " ORDER BY number DESC LIMIT 1")
                .query((row, n) -> version(row))
                .optional();
    }

    @Override
    public Optional<StrategyVersion> find(long number) {
        return sql.sql(VERSIONS + " WHERE number = :number")
                .param("number", number)
                .query((row, n) -> version(row))
                .optional();
    }

    @Override
    public List<Step> listSteps() {
        return sql
                .sql("SELECT version, state, taken_at, taken_by, note FROM strategy_step ORDER BY number")
                .query((row, n) -> new Step(
                        row.getLong("version"),
                        State.valueOf(row.getString("state")),
                        time(row, "taken_at"),
                        row.getString("taken_by"),
                        row.getString("note")))
                .list()
                .stream()
                .toList();
    }

    @Override
    public List<VersionLine> listVersions() {
        return sql
                .sql("SELECT number, saved_at, saved_by, " + STATE + " FROM strategy_version ORDER BY number DESC")
                .query((row, n) -> new VersionLine(
                        row.getLong("number"),
                        State.valueOf(row.getString("state")),
                        time(row, "saved_at"),
                        row.getString("saved_by")))
                .list()
                .stream()
                .toList();
    }

    @Override
    public boolean add(StrategyVersion next, Deed deed, String object, List<Change> changes) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lock();
            if (count("SELECT coalesce(max(number), 0) FROM strategy_version") + 1 != next.number()) return false;
            sql.sql("""
                            INSERT INTO strategy_version (number, plan, saved_at, saved_by)
                            VALUES (:number, :plan::jsonb, :at, :by)""")
                    .param("number", next.number())
                    .param("plan", StrategyJson.write(next.strategy()))
                    .param("at", next.savedAt().atOffset(UTC))
                    .param("by", next.savedBy())
                    .update();
            trail.record(next.savedBy(), deed, object, changes);
            return true;
        }));
    }

    @Override
    public boolean add(int seen, Step next, Deed deed, String object) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lock();
            if (count("SELECT count(*) FROM strategy_step") != seen) return false;
            sql.sql("""
                            INSERT INTO strategy_step (version, state, taken_at, taken_by, note)
                            VALUES (:version, :state, :at, :by, :note)""")
                    .param("version", next.version())
                    .param("state", next.state().name())
                    .param("at", next.at().atOffset(UTC))
                    .param("by", next.by())
                    .param("note", next.note())
                    .update();
            trail.record(
                    next.by(),
                    deed,
                    object,
                    List.of(
                            new Change("version", "", Long.toString(next.version())),
                            new Change("note", "", next.note())));
            return true;
        }));
    }

    /** One at a time, of all nodes. */
    private void lock() {
        sql.sql("LOCK TABLE strategy_version IN EXCLUSIVE MODE").update();
    }

    private long count(String question) {
        return sql.sql(question).query((row, n) -> row.getLong(1)).single();
    }

    private static StrategyVersion version(ResultSet row) throws SQLException {
        return new StrategyVersion(
                row.getLong("number"),
                State.valueOf(row.getString("state")),
                StrategyJson.read(row.getString("plan")),
                time(row, "saved_at"),
                row.getString("saved_by"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
