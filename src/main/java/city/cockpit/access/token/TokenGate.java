package city.cockpit.access.token;

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
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Says which tokens are good now, and bounds how often programs ask: a good token by itself, unknown ones by the address
 * they come from, so that guessing costs the database nothing and does not keep good ones out. Any thread.
 */
@Component
class TokenGate implements Round {

    private static final int MOST = 10_000;
    private static final int BURST = 60;
    private static final Duration REFILL = Duration.ofSeconds(1);
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
        return metBefore.getIfPresent(secret.hash()) == null ? judgeUnknown(secret, address) : judgeMet(secret);
    }

    private TokenVerdict judgeUnknown(TokenSecret secret, String address) {
        var bucket = byAddress.get(address, from -> bucket(UNKNOWN_BURST, UNKNOWN_REFILL));
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
        var probe = byToken.get(token.id(), id -> bucket(BURST, REFILL)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) return new TokenVerdict.TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        uses.put(token.id(), clock.instant());
        return new TokenVerdict.Good(token);
    }

    static boolean isGood(Token token, Instant now) {
        return token.revokedAt().isEmpty() && token.expiresAt().isAfter(now);
    }

    private static Bucket bucket(int burst, Duration refill) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(1, refill))
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
