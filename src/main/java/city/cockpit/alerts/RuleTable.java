package city.cockpit.alerts;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code alert_rule}. Every method blocks; any thread. */
@Repository
class RuleTable {

    private final JdbcClient sql;
    private final RuleJson json;

    RuleTable(JdbcClient sql, RuleJson json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A rule that is kept.
     *
     * @param activeFrom what lies before it is not judged
     * @param changedBy the person who changed it last; empty of one as it shipped
     */
    record Row(Rule rule, Instant activeFrom, boolean isRemoved, Optional<String> changedBy) {}

    /** What differs as soon as any rule changed: each change makes the sum greater. */
    record Mark(long rules, long versions) {}

    Mark mark() {
        return sql.sql("SELECT count(*), coalesce(sum(version), 0) FROM alert_rule")
                .query((row, n) -> new Mark(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** All, also those that were removed. */
    List<Row> list() {
        return sql.sql("""
                        SELECT definition::text AS definition, version, active_from, is_removed, changed_by
                          FROM alert_rule ORDER BY key""").query(this::row).list();
    }

    /**
     * Adds a rule with version 1.
     *
     * @return false if there is one with that key
     */
    boolean add(Rule rule, Instant now, @Nullable String by) {
        return sql.sql("""
                        INSERT INTO alert_rule (key, definition, is_on, version, active_from, changed_by)
                        VALUES (:key, :definition::jsonb, :on, 1, :now, :by) ON CONFLICT DO NOTHING""")
                        .param("key", rule.key())
                        .param("definition", json.write(rule))
                        .param("on", rule.isOn())
                        .param("now", now.atOffset(UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /**
     * Keeps a changed rule with its next version.
     *
     * @return false if the version is not the newest
     */
    boolean change(Rule rule, Instant now, @Nullable String by) {
        return sql.sql("""
                        UPDATE alert_rule SET definition = :definition::jsonb, is_on = :on, version = version + 1,
                               active_from = :now, is_removed = false, changed_by = :by
                         WHERE key = :key AND version = :version""")
                        .param("key", rule.key())
                        .param("definition", json.write(rule))
                        .param("on", rule.isOn())
                        .param("now", now.atOffset(UTC))
                        .param("by", by)
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    /**
     * Removes a rule, whose next version that is.
     *
     * @return false if the version is not the newest, or it is removed already
     */
    boolean remove(String key, int version, Instant now, String by) {
        return sql.sql("""
                        UPDATE alert_rule SET is_removed = true, version = version + 1, active_from = :now, changed_by = :by
                         WHERE key = :key AND version = :version AND NOT is_removed""")
                        .param("key", key)
                        .param("version", version)
                        .param("now", now.atOffset(UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    private Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                json.read(row.getString("definition"), row.getInt("version")),
                row.getObject("active_from", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_removed"),
                Optional.ofNullable(row.getString("changed_by")));
    }
}
