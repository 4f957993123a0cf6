package city.cockpit.calendar;

import static java.time.ZoneOffset.UTC;
import static java.util.function.Predicate.not;

import city.cockpit.calendar.CalendarFetcher.Signs;
import city.cockpit.calendar.CalendarSource.Kind;
import city.cockpit.calendar.CalendarSource.Titles;
import city.cockpit.calendar.TownCalendars.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code town_calendar*}. Every method blocks; any thread. */
@Repository
class CalendarTable {

    /** Nobody else fetches it for so long; longer than fetching takes with all redirects. */
    private static final String LEASE = "3 minutes";

    private static final int AT_ONCE = 16;

    private final JdbcClient sql;

    CalendarTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What is there of a calendar, without what was fetched.
     *
     * @param edition of what was fetched; 0 of nothing
     */
    record Shelf(Kept kept, long edition) {}

    /** One to be fetched, and by what its address may tell that nothing is new. */
    record Order(CalendarSource source, Signs signs) {}

    List<Shelf> list() {
        return sql.sql("SELECT * FROM town_calendar ORDER BY name")
                .query((row, n) -> new Shelf(kept(row), row.getLong("edition")))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var flaw =
                Optional.of(row.getString("flaw")).filter(not(String::isEmpty)).map(Flaw.Reason::valueOf);
        var detail = row.getString("flaw_detail");
        return new Kept(
                source(row),
                time(row, "fetched_at"),
                time(row, "failing_since"),
                flaw.map(reason -> new Flaw(reason, detail)));
    }

    private static CalendarSource source(ResultSet row) throws SQLException {
        return new CalendarSource(
                row.getString("name"),
                new Titles(row.getString("german_title"), row.getString("english_title")),
                Kind.valueOf(row.getString("kind")),
                row.getString("address"),
                new CsvColumns(
                        row.getString("day_column"),
                        row.getString("time_column"),
                        row.getString("title_column"),
                        row.getString("place_column"),
                        row.getString("link_column")),
                row.getInt("every_hours"),
                row.getBoolean("is_on_start_page"),
                row.getInt("version"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** What was fetched of it last. */
    Optional<String> findContent(String name) {
        return sql
                .sql("SELECT content FROM town_calendar WHERE name = :name AND content IS NOT NULL")
                .param("name", name)
                .query((row, n) -> row.getString("content"))
                .list()
                .stream()
                .findFirst();
    }

    /** Keeps one that is new, or changed; what was fetched at another address goes. Returns false if there is another one by now. */
    boolean save(CalendarSource source, String by, Instant now) {
        var statement = source.version() == 0 ? """
                INSERT INTO town_calendar (name, german_title, english_title, kind, address, day_column, time_column, title_column,
                                           place_column, link_column, every_hours, is_on_start_page, version, changed_by, due_at)
                VALUES (:name, :german, :english, :kind, :address, :day, :time, :title, :place, :link, :hours, :shown, 1, :by, :now)
                ON CONFLICT DO NOTHING""" : """
                UPDATE town_calendar
                   SET german_title = :german, english_title = :english, kind = :kind, address = :address, day_column = :day,
                       time_column = :time, title_column = :title, place_column = :place, link_column = :link,
                       every_hours = :hours, is_on_start_page = :shown, version = version + 1, changed_by = :by, due_at = :now,
                       attempts = 0, tag = '', modified = '', flaw = '', flaw_detail = '', failing_since = NULL,
                       content = CASE WHEN address = :address THEN content END,
                       fetched_at = CASE WHEN address = :address THEN fetched_at END
                 WHERE name = :name AND version = :version""";
        return sql.sql(statement)
                        .param("name", source.name())
                        .param("german", source.titles().german())
                        .param("english", source.titles().english())
                        .param("kind", source.kind().name())
                        .param("address", source.address())
                        .param("day", source.columns().day())
                        .param("time", source.columns().time())
                        .param("title", source.columns().title())
                        .param("place", source.columns().place())
                        .param("link", source.columns().link())
                        .param("hours", source.everyHours())
                        .param("shown", source.isOnStartPage())
                        .param("version", source.version())
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean remove(String name) {
        return sql.sql("DELETE FROM town_calendar WHERE name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Whether the demo city gets its calendars now, which it does once. Belongs to the transaction of the caller. */
    boolean beginDemo(Instant now) {
        return sql.sql("""
                        INSERT INTO town_calendar_demo (made_at)
                        SELECT :now WHERE NOT EXISTS (SELECT FROM town_calendar_demo)""").param("now", now.atOffset(UTC)).update() == 1;
    }

    /** Takes what is due. No other node does for a while; whoever tried in vain does so later and later. */
    List<Order> take(Instant now) {
        return sql.sql("""
                        UPDATE town_calendar SET due_at = :now + CAST(:lease AS interval)
                         WHERE name IN (SELECT name FROM town_calendar WHERE due_at <= :now
                                         ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param("now", now.atOffset(UTC))
                .param("lease", LEASE)
                .param("most", AT_ONCE)
                .query((row, n) -> new Order(source(row), new Signs(row.getString("tag"), row.getString("modified"))))
                .list();
    }

    /** Keeps what was fetched, unless somebody changed the calendar meanwhile. */
    void fetched(CalendarSource source, String content, Signs signs, Instant now) {
        good(source, ", content = :content, edition = edition + 1, tag = :tag, modified = :modified", now)
                .param("content", content)
                .param("tag", signs.tag())
                .param("modified", signs.modified())
                .update();
    }

    /** What is kept still holds. */
    void unchanged(CalendarSource source, Instant now) {
        good(source, "", now).update();
    }

    private JdbcClient.StatementSpec good(CalendarSource source, String more, Instant now) {
        return sql.sql("""
                        UPDATE town_calendar
                           SET fetched_at = :now, due_at = :now + make_interval(hours => every_hours), attempts = 0,
                               failing_since = NULL, flaw = '', flaw_detail = ''%s
                         WHERE name = :name AND version = :version""".formatted(more))
                .param("name", source.name())
                .param("version", source.version())
                .param("now", now.atOffset(UTC));
    }

    /** What is kept stays; it is tried again after 5, 10, 20 minutes and so on, but not less often than it should be. */
    void failed(CalendarSource source, Flaw flaw, Instant now) {
        sql.sql("""
                        UPDATE town_calendar
                           SET due_at = :now + least(INTERVAL '5 minutes' * (2 ^ least(attempts, 10)),
                                                     make_interval(hours => every_hours)),
                               attempts = attempts + 1, failing_since = coalesce(failing_since, :now), flaw = :flaw,
                               flaw_detail = :detail
                         WHERE name = :name AND version = :version""")
                .param("name", source.name())
                .param("version", source.version())
                .param("flaw", flaw.reason().name())
                .param("detail", flaw.detail())
                .param("now", now.atOffset(UTC))
                .update();
    }
}
