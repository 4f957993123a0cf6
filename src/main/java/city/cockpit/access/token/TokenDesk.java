package city.cockpit.access.token;

import static java.util.stream.Collectors.joining;

import city.cockpit.access.Role;
import city.cockpit.access.Tokens;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes and revokes tokens. */
@Component
@RolesAllowed(Role.Name.ADMINISTRATOR)
class TokenDesk implements Tokens {

    private static final Duration SHOWN_AFTER_END = Duration.ofDays(366);

    private final TokenTable table;
    private final KnownTokens known;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    TokenDesk(
            TokenTable table,
            KnownTokens known,
            AuditTrail trail,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.known = known;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Token> listTokens() {
        return table.listTokens(clock.instant().minus(SHOWN_AFTER_END));
    }

    @Override
    public NewToken make(String name, Set<Scope> scopes, Instant expiresAt, String by) {
        var now = clock.instant();
        check(name.strip(), scopes, now, expiresAt);
        var secret = TokenSecret.random();
        var token = transaction.execute(status -> {
            var made = table.add(secret, name.strip(), scopes, by, now, expiresAt);
            trail.record(
                    by,
                    Deed.TOKEN_MADE,
                    made.name(),
                    List.of(new Change("scopes", "", words(scopes)), new Change("expires-at", "", words(expiresAt))));
            return made;
        });
        if (token == null) throw new IllegalStateException("a transaction without a result");
        return new NewToken(token, secret.value());
    }

    private static void check(String name, Set<Scope> scopes, Instant now, Instant expiresAt) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("a token's name has 1 to %d characters".formatted(LONGEST_NAME));
        if (scopes.isEmpty()) throw new IllegalArgumentException("a token without a scope opens nothing");
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(Duration.ofDays(LONGEST_DAYS))))
            throw new IllegalArgumentException("a token lasts %d days at most".formatted(LONGEST_DAYS));
    }

    @Override
    public boolean revoke(long id, String by) {
        var revoked = transaction.execute(status -> {
            var token = table.revoke(id, clock.instant());
            token.ifPresent(was -> trail.record(by, Deed.TOKEN_REVOKED, was.name()));
            return token.isPresent();
        });
        known.forget(id);
        return Boolean.TRUE.equals(revoked);
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::name).sorted().collect(joining(", "));
    }

    private static String words(Instant moment) {
        return moment.toString();
    }
}
