package city.cockpit.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tokens without a database; they open nothing. */
public final class InMemoryTokens implements Tokens {

    private final List<Token> tokens = new ArrayList<>();
    private final InstantSource clock;
    private long newest;
    private boolean away;

    public InMemoryTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** There is no token; the database answers. */
    public synchronized void clear() {
        tokens.clear();
        away = false;
    }

    /** Puts a token as it may have become with time. */
    public synchronized Token put(Token token) {
        tokens.removeIf(known -> known.id() == token.id());
        tokens.addFirst(token);
        newest = Math.max(newest, token.id());
        return token;
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    @Override
    public synchronized List<Token> listTokens() {
        answer();
        return List.copyOf(tokens);
    }

    @Override
    public synchronized NewToken make(String name, Set<Scope> scopes, Instant expiresAt, String by) {
        answer();
        var latest = clock.instant().plus(Duration.ofDays(LONGEST_DAYS));
        if (name.isBlank() || name.length() > LONGEST_NAME || scopes.isEmpty() || expiresAt.isAfter(latest))
            throw new IllegalArgumentException("not a token");
        var token = put(new Token(
                newest + 1, name, scopes, by, clock.instant(), expiresAt, Optional.empty(), Optional.empty()));
        return new NewToken(token, "cockpit_secret-of-" + token.id());
    }

    @Override
    public synchronized boolean revoke(long id, String by) {
        answer();
        var good = tokens.stream()
                .filter(this::isGood)
                .filter(token -> token.id() == id)
                .findFirst();
        good.ifPresent(token -> tokens.replaceAll(known -> known.id() == id ? revoked(known) : known));
        return good.isPresent();
    }

    private boolean isGood(Token token) {
        return token.revokedAt().isEmpty() && token.expiresAt().isAfter(clock.instant());
    }

    private Token revoked(Token token) {
        return new Token(
                token.id(),
                token.name(),
                token.scopes(),
                token.madeBy(),
                token.madeAt(),
                token.expiresAt(),
                Optional.of(clock.instant()),
                token.lastUsedAt());
    }

    private void answer() {
        if (away) throw new DataAccessResourceFailureException("the database is away");
    }
}
