package city.cockpit.audit;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code audit_entry}. */
@Repository
class AuditTable implements AuditTrail {

    private static final int LONGEST_ACTOR = 100;
    private static final int LONGEST_OBJECT = 200;
    private static final int LONGEST_TEXT = 2_000;

    private final JdbcClient sql;
    private final InstantSource clock;
    private final JsonMapper json;

    AuditTable(JdbcClient sql, InstantSource clock, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void record(String actor, Deed deed, String object, List<Change> changes) {
        var kept = changes.stream()
                .map(change -> new Change(
                        change.field(), cut(change.before(), LONGEST_TEXT), cut(change.after(), LONGEST_TEXT)))
                .toList();
        sql.sql("""
                        INSERT INTO audit_entry (at, actor, deed, object, changes)
                        VALUES (:at, :actor, :deed, :object, :changes::jsonb)""")
                .param("at", clock.instant().atOffset(UTC))
                .param("actor", cut(actor, LONGEST_ACTOR))
                .param("deed", deed.name())
                .param("object", cut(object, LONGEST_OBJECT))
                .param("changes", json.writeValueAsString(kept))
                .update();
    }

    /** PostgreSQL takes no NUL, and a text from outside may hold one. */
    private static String cut(String text, int longest) {
        var clean = text.replace("\0", "");
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }
}
