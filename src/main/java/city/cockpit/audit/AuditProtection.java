package city.cockpit.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows what keeps the lines of the audit trail from being changed. Any thread. */
@Repository
public class AuditProtection {

    /** What stands between the application and a line that is written, the stronger first. The texts are {@code audit.guard.NAME}. */
    public enum Guard {
        /** The database lets the application's role only read and add, and a trigger refuses the rest. */
        ROLE,
        /** A trigger refuses changes; but the application's role owns the table, or may do everything, and could remove it. */
        TRIGGER,
        /** Nothing: the trigger is gone. */
        NOTHING
    }

    private final JdbcClient sql;

    AuditProtection(JdbcClient sql) {
        this.sql = sql;
    }

    /** What protects the lines now. Blocks for one small query. */
    public Guard guard() {
        return sql.sql("""
                        SELECT CASE
                                   WHEN NOT has_any_column_privilege('audit_entry', 'UPDATE')
                                    AND NOT has_table_privilege('audit_entry', 'DELETE, TRUNCATE, TRIGGER')
                                    AND NOT pg_has_role(relowner, 'MEMBER') THEN 'ROLE'
                                   WHEN EXISTS (SELECT FROM pg_trigger
                                                 WHERE tgrelid = pg_class.oid AND tgname = 'append_only'
                                                   AND tgenabled = 'A') THEN 'TRIGGER'
                                   ELSE 'NOTHING'
                               END
                          FROM pg_class WHERE oid = 'audit_entry'::regclass""").query((row, n) -> Guard.valueOf(row.getString(1))).single();
    }
}
