package city.cockpit.access.token;

import city.cockpit.access.Tokens.Scope;
import city.cockpit.access.Tokens.Token;
import city.cockpit.access.watch.Round;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Says which tokens are good now, and bounds how often programs ask: a good token by itself, unknown ones by the address
 * they come from, so that guessing costs the database nothing and does not keep good ones out. Any thread.
 */
@Component
class TokenGate implements Round {

    private static final Logger log = LoggerFactory.getLogger(TokenGate.class);
    private static final int MOST = 10_000;
    private static final int BURST = 60;
    private static final int PER_SECOND = 1;

    /** A network server speaks for a thousand devices, and all of them may report at the full hour. */
    private static final int READINGS_BURST = 2_000;

    private static final int READINGS_PER_SECOND = 200;
    /** Behind such a token there may be many devices or screens at once. */
    private static final Set<Scope> FOR_MANY = Set.of(Scope.SEND_READINGS, Scope.SHOW_WALL, Scope.SHOW_WHOLE_WALL);

    private static final int UNKNOWN_BURST = 20;
    private static final Duration UNKNOWN_REFILL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(30);

    private final KnownTokens known;
    private final TokenTable table;
    private final InstantSource clock;
    private final Map<Long, Instant> uses = new ConcurrentHashMap<>();
    private final Cache<Long, Bucket> byToken = remembered();
    private final Cache<String, Bucket> byAddress = remembered();
    private final Cache<String, Boolean> metBefore = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofDays(1))
            .maximumSize(MOST)
            .build();
    private Instant written = Instant.EPOCH;

    TokenGate(KnownTokens known, TokenTable table, InstantSource clock) {
        this.known = known;
        this.table = table;
        this.clock = clock;
    }

    private static <K> Cache<K, Bucket> remembered() {
        return Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofHours(1))
                .maximumSize(MOST)
                .build();
    }

    TokenVerdict judge(TokenSecret secret, String address) {
        try {
            return metBefore.getIfPresent(secret.hash()) == null ? judgeUnknown(secret, address) : judgeMet(secret);
        } catch (DataAccessException e) {
            log.debug("A token could not be looked up", e);
            return new TokenVerdict.Unknown();
        }
    }

    private TokenVerdict judgeUnknown(TokenSecret secret, String address) {
        var bucket = byAddress.get(address, from -> bucket(UNKNOWN_BURST, 1, UNKNOWN_REFILL));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) return new TokenVerdict.TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        var verdict = judgeMet(secret);
        if (!(verdict instanceof TokenVerdict.Bad)) {
            bucket.addTokens(1);
            metBefore.put(secret.hash(), true);
        }
        return verdict;
    }

    private TokenVerdict judgeMet(TokenSecret secret) {
        return known.find(secret)
                .filter(token -> isGood(token, clock.instant()))
                .map(this::judgeGood)
                .orElseGet(TokenVerdict.Bad::new);
    }

    private TokenVerdict judgeGood(Token token) {
        var probe = byToken.get(token.id(), id -> bucket(token)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) return new TokenVerdict.TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        uses.put(token.id(), clock.instant());
        return new TokenVerdict.Good(token);
    }

    static boolean isGood(Token token, Instant now) {
        return token.revokedAt().isEmpty() && token.expiresAt().isAfter(now);
    }

    private static Bucket bucket(Token token) {
        return FOR_MANY.stream().anyMatch(token.scopes()::contains)
                ? bucket(READINGS_BURST, READINGS_PER_SECOND, Duration.ofSeconds(1))
                : bucket(BURST, PER_SECOND, Duration.ofSeconds(1));
    }

    private static Bucket bucket(int burst, int tokens, Duration refill) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(tokens, refill))
                .build();
    }

    @Override
    public void look(Instant now) {
        if (!written.plus(BETWEEN_WRITES).isAfter(now)) leave(now);
    }

    @Override
    public void leave(Instant now) {
        var taken = new HashMap<>(uses);
        if (taken.isEmpty()) return;
        table.used(taken);
        written = now;
        taken.forEach(uses::remove);
    }

    @Override
    public String toString() {
        return "the record of used tokens";
    }
}
