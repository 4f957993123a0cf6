package city.cockpit.access.token;

import city.cockpit.access.Tokens.Token;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The tokens of the last seconds, so that not every request asks the database. A token that was revoked here is good for
 * nothing at once, one that was revoked on another node after five seconds. Any thread.
 */
@Component
class KnownTokens {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final TokenTable table;
    private final Cache<String, Optional<Token>> byHash =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    KnownTokens(TokenTable table) {
        this.table = table;
    }

    /** The token with this secret, whether it is good or not. */
    Optional<Token> find(TokenSecret secret) {
        return byHash.get(secret.hash(), table::find);
    }

    void forget(long id) {
        Predicate<Optional<Token>> isIt =
                known -> known.filter(token -> token.id() == id).isPresent();
        byHash.asMap().values().removeIf(isIt);
    }
}
