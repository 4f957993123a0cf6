package city.cockpit.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.OwnAccount;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedEncoderTests {

    @Test
    void howManyEverComeOnlyFewAreHashedAtOnce() {
        var hashing = new Hashing();
        var encoder = new BoundedEncoder(hashing, 2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) people.execute(() -> encoder.matches("Sieben Gaense", "hash"));
        }
        assertThat(hashing.done).hasValue(50);
        assertThat(hashing.mostAtOnce).hasValue(2);
    }

    @Test
    void anUmlautIsTheSameHoweverItIsTyped() {
        var encoder = new BoundedEncoder(new Staff.PlainEncoder(), 1);
        assertThat(encoder.matches("Ga\u0308nse", encoder.encode("G\u00e4nse"))).isTrue();
    }

    @Test
    void whatIsLongerThanAnyPasswordIsNotEvenHashed() {
        var hashing = new Hashing();
        var tooLong = "x".repeat(OwnAccount.LONGEST_PASSWORD + 1);
        assertThat(new BoundedEncoder(hashing, 1).matches(tooLong, "hash")).isFalse();
        assertThat(hashing.done).hasValue(0);
    }

    /** Two at once wait for each other, so that the most at once is known for certain. */
    private static final class Hashing implements PasswordEncoder {

        private final CountDownLatch two = new CountDownLatch(2);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                two.countDown();
                two.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            done.incrementAndGet();
            return true;
        }
    }
}
