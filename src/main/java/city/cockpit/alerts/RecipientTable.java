package city.cockpit.alerts;

import city.cockpit.measurement.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code alert_recipient}. Blocks; any thread. */
@Repository
class RecipientTable {

    private final JdbcClient sql;

    RecipientTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Recipient> list() {
        return sql.sql("""
                        SELECT name, channel, address, language, least, is_digest, is_on, version
                          FROM alert_recipient ORDER BY name""").query(RecipientTable::recipient).list();
    }

    private static Recipient recipient(ResultSet row, int n) throws SQLException {
        return new Recipient(
                row.getString("name"),
                Recipient.Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                Recipient.Language.valueOf(row.getString("language")),
                Severity.valueOf(row.getString("least")),
                row.getBoolean("is_digest"),
                row.getBoolean("is_on"),
                row.getInt("version"));
    }

    /** Keeps one that is new, with version 0, or changed; returns false if there is another one by now. */
    boolean save(Recipient recipient, String by) {
        var statement = recipient.version() == 0 ? """
                INSERT INTO alert_recipient (name, channel, address, language, least, is_digest, is_on, version, changed_by)
                VALUES (:name, :channel, :address, :language, :least, :digest, :on, 1, :by) ON CONFLICT DO NOTHING""" : """
                UPDATE alert_recipient SET channel = :channel, address = :address, language = :language, least = :least, is_digest = :digest,
                       is_on = :on, version = version + 1, changed_by = :by
                 WHERE name = :name AND version = :version""";
        return sql.sql(statement)
                        .param("name", recipient.name())
                        .param("channel", recipient.channel().name())
                        .param("address", recipient.address())
                        .param("language", recipient.language().name())
                        .param("least", recipient.least().name())
                        .param("digest", recipient.isDigest())
                        .param("on", recipient.isOn())
                        .param("by", by)
                        .param("version", recipient.version())
                        .update()
                == 1;
    }

    boolean remove(String name) {
        return sql.sql("DELETE FROM alert_recipient WHERE name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }
}
