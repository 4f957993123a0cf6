package city.cockpit.audit;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code audit_entry}. */
@Repository
class AuditTable implements AuditTrail, AuditSearch {

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

    @Override
    public List<Entry> listEntries(AuditFilter filter, Optional<Entry> olderThan, int limit) {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("not from 1 to " + MOST + ": " + limit);
        // The parts of the filter come first that an index or the line itself can tell; changes are looked into last.
        return sql.sql("""
                        SELECT number, at, actor, deed, object, changes
                          FROM audit_entry
                         WHERE (at, number) < (coalesce(:beforeAt::timestamptz, 'infinity'), :beforeNumber)
                           AND at >= coalesce(:from::timestamptz, '-infinity')
                           AND at < coalesce(:to::timestamptz, 'infinity')
                           AND deed = coalesce(:deed::text, deed)
                           AND strpos(lower(actor), lower(:actor)) > 0
                           AND strpos(lower(object), lower(:object)) > 0
                           AND (strpos(lower(actor), lower(:text)) > 0 OR strpos(lower(object), lower(:text)) > 0
                                OR EXISTS (SELECT FROM jsonb_array_elements(changes) AS change
                                            WHERE strpos(lower(change ->> 'before'), lower(:text)) > 0
                                               OR strpos(lower(change ->> 'after'), lower(:text)) > 0))
                         ORDER BY at DESC, number DESC
                         LIMIT :limit""")
                .param("beforeAt", time(olderThan.map(Entry::at)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("beforeNumber", olderThan.map(Entry::number).orElse(Long.MAX_VALUE))
                .param("from", time(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", time(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("deed", filter.deed().map(Deed::name).orElse(null), Types.VARCHAR)
                .param("actor", clean(filter.actor()))
                .param("object", clean(filter.object()))
                .param("text", clean(filter.text()))
                .param("limit", limit)
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public void export(AuditFilter filter, String by, OutputStream out) throws IOException {
        record(by, Deed.AUDIT_EXPORTED, "", asChanges(filter));
        var page = listEntries(filter, Optional.empty(), MOST);
        var csv = new AuditCsv(out);
        while (!page.isEmpty()) {
            page.forEach(csv::write);
            csv.flush();
            page = page.size() < MOST ? List.of() : listEntries(filter, Optional.of(page.getLast()), MOST);
        }
        csv.flush();
    }

    private static List<Change> asChanges(AuditFilter filter) {
        var asked = new ArrayList<Change>();
        add(asked, "actor", filter.actor());
        add(asked, "deed", filter.deed().map(Deed::name).orElse(""));
        add(asked, "object", filter.object());
        add(asked, "text", filter.text());
        add(asked, "from", filter.from().map(Instant::toString).orElse(""));
        add(asked, "to", filter.to().map(Instant::toString).orElse(""));
        return asked;
    }

    private static void add(List<Change> asked, String field, String value) {
        if (!value.isEmpty()) asked.add(new Change(field, "", value));
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Deed.valueOf(row.getString("deed")),
                row.getString("object"),
                List.of(json.readValue(row.getString("changes"), Change[].class)));
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> time) {
        return time.map(one -> one.atOffset(UTC)).orElse(null);
    }

    private static String cut(String text, int longest) {
        var clean = clean(text);
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }

    /** PostgreSQL takes no NUL, and a text from outside may hold one. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
