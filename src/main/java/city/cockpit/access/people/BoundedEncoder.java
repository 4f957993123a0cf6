package city.cockpit.access.people;

import city.cockpit.access.OwnAccount;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes few passwords at once: each takes a processor and much memory for a while, and strangers decide how many there
 * are. The others wait in turn, and who waits too long is sent away. Letters typed in two ways, like ü, are the same.
 */
final class BoundedEncoder implements PasswordEncoder {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PasswordEncoder encoder;
    private final Semaphore turns;

    BoundedEncoder(PasswordEncoder encoder, int atOnce) {
        this.encoder = encoder;
        this.turns = new Semaphore(atOnce, true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> encoder.encode(normal(password)));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        // Nobody has such a password, so nothing is said about any account.
        if (password != null && password.length() > OwnAccount.LONGEST_PASSWORD) return false;
        return inTurn(() -> encoder.matches(normal(password), hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static @Nullable String normal(@Nullable CharSequence password) {
        return password == null ? null : Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                throw new InternalAuthenticationServiceException("too many passwords at once");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InternalAuthenticationServiceException("interrupted", e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
