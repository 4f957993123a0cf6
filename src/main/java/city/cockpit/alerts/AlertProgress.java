package city.cockpit.alerts;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code alert_progress}, and whose turn it is. Blocks. See decision record 0058. */
@Repository
class AlertProgress {

    /** Any number that no other work in the database uses. */
    private static final long LOCK = 9_055_001;

    /** Whoever has not looked for so long is gone: longer than the longest pause between two looks. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(45);

    private final JdbcClient sql;
    private final String self = UUID.randomUUID().toString();

    AlertProgress(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Whether this cockpit looks, and no other one until the end of the transaction of the caller. Whoever looked last does so
     * again, since it remembers how values stood; another one takes its place when it has ended or is not heard any more.
     */
    boolean lock() {
        var isFree = sql.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> row.getBoolean(1))
                .single();
        return isFree
                && sql.sql("""
                        UPDATE alert_progress SET looked_by = :self, looked_at = clock_timestamp()
                         WHERE looked_by IS NULL OR looked_by = :self OR looked_at < clock_timestamp() - :gone::interval""")
                                .param("self", self)
                                .param("gone", GONE_AFTER.toSeconds() + " seconds")
                                .update()
                        == 1;
    }

    /** Another cockpit may look at once. */
    void release() {
        sql.sql("UPDATE alert_progress SET looked_by = NULL WHERE looked_by = :self")
                .param("self", self)
                .update();
    }

    /** Up to when everything is judged; empty before the first time. */
    Optional<Instant> evaluatedUntil() {
        return sql.sql("SELECT evaluated_until FROM alert_progress")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Belongs to the transaction of the caller. A look may have taken longer than others wait. */
    void evaluated(Instant until) {
        sql.sql("UPDATE alert_progress SET evaluated_until = :until, looked_at = clock_timestamp()")
                .param("until", until.atOffset(UTC))
                .update();
    }
}
