package city.cockpit.alerts;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code alert_progress}, and whose turn it is. Blocks; belongs to the transaction of the caller. */
@Repository
class AlertProgress {

    /** Any number that no other work in the database uses. */
    private static final long LOCK = 9_055_001;

    private final JdbcClient sql;

    AlertProgress(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether this transaction is the only one of all nodes that evaluates, until its end. */
    boolean lock() {
        return sql.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Up to when everything is judged; empty before the first time. */
    Optional<Instant> evaluatedUntil() {
        return sql.sql("SELECT evaluated_until FROM alert_progress")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    void evaluated(Instant until) {
        sql.sql("UPDATE alert_progress SET evaluated_until = :until")
                .param("until", until.atOffset(UTC))
                .update();
    }
}
