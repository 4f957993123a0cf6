package city.cockpit.access.token;

import static java.time.ZoneOffset.UTC;

import city.cockpit.access.Tokens.Scope;
import city.cockpit.access.Tokens.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code access_token}. */
@Repository
class TokenTable {

    private static final String COLUMNS = "id, name, scopes, made_by, made_at, expires_at, revoked_at, used_at";

    private final JdbcClient sql;

    TokenTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Newest first, without those that ended before {@code since}. */
    List<Token> listTokens(Instant since) {
        return sql.sql("SELECT " + COLUMNS + """
                         FROM access_token WHERE least(revoked_at, expires_at) > :since
                        ORDER BY made_at DESC, id DESC""")
                .param("since", since.atOffset(UTC))
                .query((row, n) -> token(row))
                .list();
    }

    Token add(TokenSecret secret, String name, Set<Scope> scopes, String by, Instant now, Instant expiresAt) {
        return sql.sql("""
                        INSERT INTO access_token (hash, name, scopes, made_by, made_at, expires_at)
                        VALUES (decode(:hash, 'hex'), :name, :scopes, :by, :now, :expires) RETURNING
                        """ + COLUMNS)
                .param("hash", secret.hash())
                .param("name", name)
                .param("scopes", scopes.stream().map(Scope::name).sorted().toArray(String[]::new))
                .param("by", by)
                .param("now", now.atOffset(UTC))
                .param("expires", expiresAt.atOffset(UTC))
                .query((row, n) -> token(row))
                .single();
    }

    /** Revokes a token that is good. Returns what it was. */
    Optional<Token> revoke(long id, Instant now) {
        return sql.sql("""
                        UPDATE access_token SET revoked_at = :now
                         WHERE id = :id AND revoked_at IS NULL AND expires_at > :now RETURNING
                        """ + COLUMNS)
                .param("now", now.atOffset(UTC))
                .param("id", id)
                .query((row, n) -> token(row))
                .optional();
    }

    /** The token behind a hash, whether it is good or not. */
    Optional<Token> find(String hash) {
        return sql.sql("SELECT " + COLUMNS + " FROM access_token WHERE hash = decode(:hash, 'hex')")
                .param("hash", hash)
                .query((row, n) -> token(row))
                .optional();
    }

    void used(Map<Long, Instant> uses) {
        sql.sql("""
                        UPDATE access_token SET used_at = greatest(access_token.used_at, used.at)
                          FROM unnest(:ids::bigint[], :times::timestamptz[]) AS used (id, at)
                         WHERE access_token.id = used.id""")
                .param("ids", texts(uses.keySet().toArray()))
                .param("times", texts(uses.values().toArray()))
                .update();
    }

    private static String[] texts(Object[] values) {
        return Arrays.stream(values).map(Object::toString).toArray(String[]::new);
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                scopes((String[]) row.getArray("scopes").getArray()),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("revoked_at", OffsetDateTime.class)),
                instant(row.getObject("used_at", OffsetDateTime.class)));
    }

    /** A scope that this version does not know, e.g. after going back to an older one, opens nothing. */
    private static Set<Scope> scopes(String[] names) {
        var known = Set.of(names);
        return Arrays.stream(Scope.values())
                .filter(scope -> known.contains(scope.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
