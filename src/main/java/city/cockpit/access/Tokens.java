package city.cockpit.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys for programs, for administrators only. Only a hash is kept, so a secret is shown once. Calls block; any thread.
 */
public interface Tokens {

    /** Newest first, the revoked and expired ones included for a year. */
    List<Token> listTokens();

    /**
     * Makes a token; {@code expiresAt} is at most {@link #LONGEST_DAYS} days ahead.
     *
     * @throws IllegalArgumentException the name is empty or too long, no scope is named, or it would last too long
     */
    NewToken make(String name, Set<Scope> scopes, Instant expiresAt, String by);

    /** Good for nothing from now on. Returns false if it was not good any more. */
    boolean revoke(long id, String by);

    int LONGEST_NAME = 60;
    int LONGEST_DAYS = 366;

    /** What a token opens, and nothing else. The texts are {@code scope.NAME}. */
    enum Scope {
        /** {@code GET /api/status}. */
        READ_STATUS,
        /** {@code GET /api/audit.csv}. */
        EXPORT_AUDIT,
        /** {@code GET /api/v1/sensors} and what lies below it. */
        READ_SENSORS,
        /** The same, and registering, changing and importing sensors. */
        WRITE_SENSORS,
        /** {@code POST /api/v1/hooks/…}: readings, in the name of any device. */
        SEND_READINGS,
        /** {@code /wall}: what everybody may see, on a screen at which nobody is signed in. */
        SHOW_WALL,
        /** The same with what only people who are signed in may see. */
        SHOW_WHOLE_WALL
    }

    record Token(
            long id,
            String name,
            Set<Scope> scopes,
            String madeBy,
            Instant madeAt,
            Instant expiresAt,
            Optional<Instant> revokedAt,
            Optional<Instant> lastUsedAt) {

        public Token {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A token with its secret.
     *
     * @param secret begins with {@code cockpit_}; nobody can show it again
     */
    record NewToken(Token token, String secret) {

        @Override
        public String toString() {
            return token.toString();
        }
    }
}
