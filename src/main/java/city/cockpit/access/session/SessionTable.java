package city.cockpit.access.session;

import static java.time.ZoneOffset.UTC;

import city.cockpit.access.Sessions.OpenSession;
import city.cockpit.access.SignInName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account_session}: what all nodes know of each other's sessions. */
@Repository
class SessionTable {

    private static final String OPEN = """
            SELECT id, name, address, browser, started_at, used_at FROM account_session
             WHERE ended_at IS NULL AND seen_at > :since
            """;

    private final JdbcClient sql;

    SessionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Adds a session, unless the person was locked or removed in the meantime: a lock that is being set is waited for.
     * Returns whether it was added.
     */
    boolean add(OpenSession session, SessionToken token) {
        return sql.sql("""
                        WITH person AS (
                            UPDATE account SET last_sign_in_at = :at WHERE name = :name AND locked_at IS NULL RETURNING name)
                        INSERT INTO account_session (id, token_hash, name, address, browser, started_at, used_at, seen_at)
                        SELECT :id, :token, name, :address, :browser, :at, :at, :at FROM person""")
                        .param("id", session.id())
                        .param("token", token.hash())
                        .param("name", session.name().value())
                        .param("address", session.address())
                        .param("browser", session.browser())
                        .param("at", session.signedInAt().atOffset(UTC))
                        .update()
                == 1;
    }

    /** Whose session goes on under a new number, and since when it lasts. */
    record Moved(SignInName name, Instant startedAt) {}

    /**
     * Gives a session another number, so that nobody holds it any more who did.
     *
     * @param seen a node must have vouched for it after that
     * @param started it must have begun after that
     */
    Optional<Moved> move(SessionToken token, UUID next, Instant seen, Instant started, Instant now) {
        return sql.sql("""
                        UPDATE account_session AS s SET id = :next, seen_at = :now
                          FROM account
                         WHERE token_hash = :token AND ended_at IS NULL AND seen_at > :seen AND started_at > :started
                           AND account.name = s.name AND locked_at IS NULL AND NOT password_to_change
                        RETURNING s.name, started_at""")
                .param("next", next)
                .param("now", now.atOffset(UTC))
                .param("token", token.hash())
                .param("seen", seen.atOffset(UTC))
                .param("started", started.atOffset(UTC))
                .query((row, n) -> new Moved(
                        new SignInName(row.getString("name")),
                        row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Everybody's, newest use first, without those whose node has not vouched for them since then. */
    List<OpenSession> listOpen(Instant since) {
        return sql.sql(OPEN + " ORDER BY used_at DESC, id")
                .param("since", since.atOffset(UTC))
                .query((row, n) -> openSession(row))
                .list();
    }

    List<OpenSession> listOpenOf(SignInName name, Instant since) {
        return sql.sql(OPEN + " AND name = :name ORDER BY used_at DESC, id")
                .param("since", since.atOffset(UTC))
                .param("name", name.value())
                .query((row, n) -> openSession(row))
                .list();
    }

    /** Ends a session; empty if it had ended, or is not the owner's. Returns whose it was. */
    Optional<SignInName> end(UUID id, Optional<SignInName> owner, Instant now) {
        return sql.sql("""
                        UPDATE account_session SET ended_at = :now
                         WHERE id = :id AND ended_at IS NULL AND (:owner::text IS NULL OR name = :owner)
                        RETURNING name""")
                .param("now", now.atOffset(UTC))
                .param("id", id)
                .param("owner", owner.map(SignInName::value).orElse(null), Types.VARCHAR)
                .query((row, n) -> new SignInName(row.getString("name")))
                .optional();
    }

    /** Ends all sessions of a person but one. Returns those that ended. */
    List<UUID> endAllOf(SignInName name, Optional<UUID> spared, Instant now) {
        return sql.sql("""
                        UPDATE account_session SET ended_at = :now
                         WHERE name = :name AND ended_at IS NULL AND id IS DISTINCT FROM :spared::uuid RETURNING id""")
                .param("now", now.atOffset(UTC))
                .param("name", name.value())
                .param("spared", spared.map(UUID::toString).orElse(null), Types.VARCHAR)
                .query((row, n) -> uuid(row))
                .list();
    }

    void endAll(Collection<UUID> ids, Instant now) {
        sql.sql("UPDATE account_session SET ended_at = :now WHERE id = ANY (:ids::uuid[]) AND ended_at IS NULL")
                .param("now", now.atOffset(UTC))
                .param("ids", texts(ids))
                .update();
    }

    /** Which of these have not ended. */
    Set<UUID> findGood(Collection<UUID> ids) {
        return sql
                .sql("SELECT id FROM account_session WHERE id = ANY (:ids::uuid[]) AND ended_at IS NULL")
                .param("ids", texts(ids))
                .query((row, n) -> uuid(row))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Writes when these were used last and that this node holds them. Returns which of them have not ended. */
    Set<UUID> vouch(List<HeldSession> held, Instant now) {
        return sql
                .sql("""
                        UPDATE account_session SET seen_at = :now, used_at = greatest(account_session.used_at, held.used_at)
                          FROM unnest(:ids::uuid[], :used::timestamptz[]) AS held (id, used_at)
                         WHERE account_session.id = held.id AND ended_at IS NULL RETURNING account_session.id""")
                .param("now", now.atOffset(UTC))
                .param("ids", texts(held.stream().map(HeldSession::id).toList()))
                .param("used", texts(held.stream().map(HeldSession::usedAt).toList()))
                .query((row, n) -> uuid(row))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Ends what no node holds any more, e.g. after a crash, and forgets what ended long ago. */
    void sweep(Instant lastSeen, Instant ended) {
        sql.sql("UPDATE account_session SET ended_at = seen_at WHERE ended_at IS NULL AND seen_at <= :since")
                .param("since", lastSeen.atOffset(UTC))
                .update();
        sql.sql("DELETE FROM account_session WHERE ended_at < :since")
                .param("since", ended.atOffset(UTC))
                .update();
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static UUID uuid(ResultSet row) throws SQLException {
        return UUID.fromString(row.getString("id"));
    }

    private static OpenSession openSession(ResultSet row) throws SQLException {
        return new OpenSession(
                uuid(row),
                new SignInName(row.getString("name")),
                row.getString("address"),
                row.getString("browser"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant());
    }
}
