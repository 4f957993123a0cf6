package city.cockpit.access.token;

import city.cockpit.access.Tokens.Token;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The tokens of the last seconds, so that not every request asks the database. A token that was revoked here is good for
 * nothing at once, one that was revoked on another node after five seconds. While the database is away, programs learn so
 * within a few seconds instead of waiting for it. Any thread.
 */
@Component
class KnownTokens {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final TokenTable table;
    private final ExecutorService questions = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("token-", 0).daemon().factory());
    private final Cache<String, Optional<Token>> byHash =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    /** After an answer that did not come, the database is left alone for a while. */
    private final Cache<String, Boolean> away =
            Caffeine.newBuilder().expireAfterWrite(PATIENCE).build();

    KnownTokens(TokenTable table) {
        this.table = table;
    }

    /**
     * The token with this secret, whether it is good or not.
     *
     * @throws DataAccessException the database is away
     */
    Optional<Token> find(TokenSecret secret) {
        return byHash.get(secret.hash(), this::ask);
    }

    void forget(long id) {
        Predicate<Optional<Token>> isIt =
                known -> known.filter(token -> token.id() == id).isPresent();
        byHash.asMap().values().removeIf(isIt);
    }

    private Optional<Token> ask(String hash) {
        if (away.getIfPresent("") != null)
            throw new DataAccessResourceFailureException("the database was away just now");
        var answer = questions.submit(() -> table.find(hash));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            away.put("", true);
            throw new DataAccessResourceFailureException("no answer of the database within " + PATIENCE, e);
        } catch (ExecutionException e) {
            away.put("", true);
            throw new DataAccessResourceFailureException("the database does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted", e);
        }
    }
}
