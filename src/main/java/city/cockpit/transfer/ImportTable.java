package city.cockpit.transfer;

import static java.time.ZoneOffset.UTC;

import city.cockpit.transfer.Import.Problem;
import city.cockpit.transfer.Import.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code history_import*}. Every method blocks; any thread. */
@Repository
class ImportTable {

    /** Longer than any batch takes, so that nobody takes over from a process that is alive. */
    private static final String LEASE = "INTERVAL '30 seconds'";

    private static final String COLUMNS =
            "id, file_name, added_by, added_at, bytes, state, form, mapping, counts, problem";

    private final JdbcClient sql;
    private final JsonMapper json;

    ImportTable(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A line of the file that was refused. */
    record Refused(long line, String name, Refusal reason, String detail, String content) {}

    /** One page of them: the last one's number is asked for to get the next page. */
    record NumberedRefusal(long number, Refused refused) {}

    /** An import that this process is to run, and in whose name. */
    record Claim(Import file, String by) {}

    /** Makes room for a file that begins to arrive. */
    long begin(String fileName, String by, Instant now) {
        return sql.sql(
                        "INSERT INTO history_import (file_name, added_by, added_at) VALUES (:name, :by, :at) RETURNING id")
                .param("name", fileName)
                .param("by", by)
                .param("at", now.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    void addPiece(long id, int number, byte[] deflated) {
        sql.sql("INSERT INTO history_import_piece (import_id, number, bytes) VALUES (:id, :number, :bytes)")
                .param("id", id)
                .param("number", number)
                .param("bytes", deflated)
                .update();
    }

    Optional<byte[]> findPiece(long id, int number) {
        return sql.sql("SELECT bytes FROM history_import_piece WHERE import_id = :id AND number = :number")
                .param("id", id)
                .param("number", number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The whole file is here. */
    void arrived(long id, long bytes, FileForm form, String mapping) {
        sql.sql(
                        "UPDATE history_import SET bytes = :bytes, state = 'READY', form = :form, mapping = :mapping WHERE id = :id")
                .param("id", id)
                .param("bytes", bytes)
                .param("form", json.writeValueAsString(form))
                .param("mapping", mapping)
                .update();
    }

    /** With everything that belongs to it; not while it is run. */
    boolean remove(long id) {
        return sql.sql(
                                "DELETE FROM history_import WHERE id = :id AND coalesce(state, '') NOT IN ('CHECKING', 'STORING')")
                        .param("id", id)
                        .update()
                > 0;
    }

    Optional<Import> find(long id) {
        return sql.sql("SELECT %s FROM history_import WHERE id = :id AND state IS NOT NULL".formatted(COLUMNS))
                .param("id", id)
                .query((row, n) -> file(row))
                .optional();
    }

    /** Newest first. */
    List<Import> list(int most) {
        return sql.sql("SELECT %s FROM history_import WHERE state IS NOT NULL ORDER BY id DESC LIMIT :most"
                        .formatted(COLUMNS))
                .param("most", most)
                .query((row, n) -> file(row))
                .list();
    }

    /** Says how the file is to be read, unless it is read already. */
    boolean setForm(long id, FileForm form, String mapping) {
        return sql.sql("""
                        UPDATE history_import SET form = :form, mapping = :mapping, state = 'READY', counts = '', problem = NULL
                         WHERE id = :id AND state IN ('READY', 'CHECKED')""")
                        .param("id", id)
                        .param("form", json.writeValueAsString(form))
                        .param("mapping", mapping)
                        .update()
                > 0;
    }

    /** Whatever was counted before is forgotten where a run begins at the first line. */
    boolean start(long id, Set<State> from, State to, boolean fromFirstLine, String by) {
        return sql.sql("""
                        UPDATE history_import SET state = :to, problem = NULL, run_by = :by, worker = NULL,
                               counts = CASE WHEN :first THEN '' ELSE counts END
                         WHERE id = :id AND state = ANY (:from)""")
                        .param("id", id)
                        .param("from", names(from))
                        .param("to", to.name())
                        .param("first", fromFirstLine)
                        .param("by", by)
                        .update()
                > 0;
    }

    /** Whoever reads it notices with his next batch. */
    boolean change(long id, State from, State to) {
        return sql.sql("UPDATE history_import SET state = :to, worker = NULL WHERE id = :id AND state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                > 0;
    }

    /** Takes an import that is to be run and that nobody runs; the same process may take its own again. */
    Optional<Claim> claim(UUID worker) {
        return sql.sql("""
                        UPDATE history_import SET worker = :worker, alive_at = clock_timestamp()
                         WHERE id = (SELECT id FROM history_import
                                      WHERE state IN ('CHECKING', 'STORING')
                                        AND (worker IS NULL OR worker = :worker OR alive_at < clock_timestamp() - %s)
                                      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING %s, run_by""".formatted(LEASE, COLUMNS))
                .param("worker", worker)
                .query((row, n) -> new Claim(file(row), row.getString("run_by")))
                .optional();
    }

    /** Another process may go on at once. */
    void release(UUID worker) {
        sql.sql("UPDATE history_import SET worker = NULL WHERE worker = :worker")
                .param("worker", worker)
                .update();
    }

    /**
     * Writes down how far it got, in the transaction of what is stored.
     *
     * @return whether it is still this process's to read, and wanted
     */
    boolean advance(Import file, UUID worker, Counts counts) {
        return sql.sql("""
                        UPDATE history_import SET counts = :counts, alive_at = clock_timestamp()
                         WHERE id = :id AND worker = :worker AND state = :state""")
                        .param("id", file.id())
                        .param("worker", worker)
                        .param("state", file.state().name())
                        .param("counts", json.writeValueAsString(counts))
                        .update()
                > 0;
    }

    /** A sign of life while nothing is stored. */
    boolean isStillMine(Import file, UUID worker) {
        return sql.sql("""
                        UPDATE history_import SET alive_at = clock_timestamp()
                         WHERE id = :id AND worker = :worker AND state = :state""")
                        .param("id", file.id())
                        .param("worker", worker)
                        .param("state", file.state().name())
                        .update()
                > 0;
    }

    void fail(long id, Problem problem) {
        sql.sql("UPDATE history_import SET state = 'FAILED', problem = :problem, worker = NULL WHERE id = :id")
                .param("id", id)
                .param("problem", problem.name())
                .update();
    }

    void forgetFile(long id) {
        sql.sql("DELETE FROM history_import_piece WHERE import_id = :id")
                .param("id", id)
                .update();
    }

    void forgetRefusals(long id) {
        sql.sql("DELETE FROM history_import_refusal WHERE import_id = :id")
                .param("id", id)
                .update();
    }

    void addRefusals(long id, Collection<Refused> refused) {
        if (refused.isEmpty()) return;
        sql.sql("""
                        INSERT INTO history_import_refusal (import_id, line, name, reason, detail, content)
                        SELECT :id, given.* FROM unnest(:line, :name, :reason, :detail, :content) AS given""")
                .param("id", id)
                .param(
                        "line",
                        new SqlArrayValue(
                                "int8", refused.stream().map(Refused::line).toArray()))
                .param("name", texts(refused.stream().map(Refused::name)))
                .param("reason", texts(refused.stream().map(Refused::reason).map(Refusal::name)))
                .param("detail", texts(refused.stream().map(Refused::detail)))
                .param("content", texts(refused.stream().map(Refused::content)))
                .update();
    }

    List<NumberedRefusal> listRefusals(long id, long after, int most) {
        return sql.sql("""
                        SELECT number, line, name, reason, detail, content FROM history_import_refusal
                         WHERE import_id = :id AND number > :after ORDER BY number LIMIT :most""")
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new NumberedRefusal(
                        row.getLong("number"),
                        new Refused(
                                row.getLong("line"),
                                row.getString("name"),
                                Refusal.valueOf(row.getString("reason")),
                                row.getString("detail"),
                                row.getString("content"))))
                .list();
    }

    void remember(String name, String header, FileForm form, String by, Instant now) {
        sql.sql("""
                        INSERT INTO history_import_mapping (name, header, form, saved_by, saved_at)
                        VALUES (:name, :header, :form, :by, :at)
                            ON CONFLICT (name) DO UPDATE SET header = excluded.header, form = excluded.form,
                               saved_by = excluded.saved_by, saved_at = excluded.saved_at""")
                .param("name", name)
                .param("header", header)
                .param("form", json.writeValueAsString(form))
                .param("by", by)
                .param("at", now.atOffset(UTC))
                .update();
    }

    /** The newest first. */
    List<Mapping> listMappings(String header) {
        return sql.sql("SELECT name, form FROM history_import_mapping WHERE header = :header ORDER BY saved_at DESC")
                .param("header", header)
                .query((row, n) ->
                        new Mapping(row.getString("name"), json.readValue(row.getString("form"), FileForm.class)))
                .list();
    }

    /** What nobody comes back to: files that never arrived whole, and old reports. */
    void forgetOld(Instant neverArrivedBefore, Instant before) {
        sql.sql("""
                        DELETE FROM history_import
                         WHERE (state IS NULL AND added_at < :neverArrived)
                            OR (added_at < :before AND state NOT IN ('CHECKING', 'STORING'))""")
                .param("neverArrived", neverArrivedBefore.atOffset(UTC))
                .param("before", before.atOffset(UTC))
                .update();
    }

    private Import file(ResultSet row) throws SQLException {
        var counts = row.getString("counts");
        var problem = row.getString("problem");
        return new Import(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getLong("bytes"),
                State.valueOf(row.getString("state")),
                json.readValue(row.getString("form"), FileForm.class),
                row.getString("mapping"),
                counts.isEmpty() ? Counts.NONE : json.readValue(counts, Counts.class),
                problem == null ? Optional.empty() : Optional.of(Problem.valueOf(problem)));
    }

    private static SqlArrayValue names(Set<State> states) {
        return texts(states.stream().map(State::name));
    }

    private static SqlArrayValue texts(java.util.stream.Stream<String> texts) {
        // PostgreSQL takes no NUL, and a file may hold one.
        return new SqlArrayValue(
                "text", texts.map(text -> text.replace("\0", "")).toArray());
    }
}
