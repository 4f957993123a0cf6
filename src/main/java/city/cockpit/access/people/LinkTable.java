package city.cockpit.access.people;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;

import city.cockpit.access.SignInName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account_link}: what can open an account once, each known by its hash only. */
@Repository
class LinkTable {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient sql;
    private final SecureRandom random = new SecureRandom();

    LinkTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whose link it is and until when it is good. */
    record Link(SignInName name, Instant expiresAt) {}

    /** Returns the secret, which nobody can learn from the table. What is long over is swept away. */
    String add(SignInName name, Instant now, Instant expiresAt) {
        sql.sql("DELETE FROM account_link WHERE expires_at < :old")
                .param("old", now.minus(KEPT).atOffset(UTC))
                .update();
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                        INSERT INTO account_link (hash, name, made_at, expires_at)
                        VALUES (:hash, :name, :now, :expiresAt)""")
                .param("hash", hash(secret))
                .param("name", name.value())
                .param("now", now.atOffset(UTC))
                .param("expiresAt", expiresAt.atOffset(UTC))
                .update();
        return secret;
    }

    Optional<Link> find(String secret, Instant now) {
        if (!FORM.matcher(secret).matches()) return Optional.empty();
        return sql.sql("""
                        SELECT name, expires_at FROM account_link
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :now""")
                .param("hash", hash(secret))
                .param("now", now.atOffset(UTC))
                .query((row, n) -> new Link(
                        new SignInName(row.getString("name")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Uses it up; returns false if somebody else did, or if it is too late. */
    boolean use(String secret, Instant now) {
        return sql.sql("""
                        UPDATE account_link SET used_at = :now
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :now""")
                        .param("hash", hash(secret))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** None of the links made so far opens the account. */
    void end(SignInName name, Instant now) {
        sql.sql("UPDATE account_link SET used_at = :now WHERE name = :name AND used_at IS NULL")
                .param("name", name.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    int countSince(SignInName name, Instant from) {
        return sql.sql("SELECT count(*) FROM account_link WHERE name = :name AND made_at >= :from")
                .param("name", name.value())
                .param("from", from.atOffset(UTC))
                .query((row, n) -> row.getInt(1))
                .single();
    }

    /** The secret is long and random, so a quick hash will do. */
    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
