package city.cockpit.access.signin;

import city.cockpit.access.Allowances;
import city.cockpit.access.SignInName;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Bounds how often passwords are tried, see src/docs/decisions/0019-signing-in-under-attack.md. Wrong ones count, right
 * ones do not. Every node counts for itself. Any thread.
 */
@Component
class Tries {

    private static final int MOST_REMEMBERED = 100_000;

    /** How many wrong passwords at once, and after how long there is one more. */
    enum Limit {
        /** A person on a device on which the person has signed in before. */
        DEVICE(10, Duration.ofMinutes(1)),
        /** A person from an address. */
        PERSON_THERE(5, Duration.ofMinutes(1)),
        /** Whoever it is from an address. */
        ADDRESS(30, Duration.ofSeconds(10)),
        /** A person from anywhere: what one address alone cannot use up. */
        PERSON(100, Duration.ofSeconds(15));

        private final int burst;
        private final Duration refill;

        Limit(int burst, Duration refill) {
            this.burst = burst;
            this.refill = refill;
        }
    }

    private record Key(Limit limit, String of) {}

    private final InstantSource clock;
    private final Allowances<Key> allowances;

    Tries(InstantSource clock) {
        this.clock = clock;
        this.allowances = new Allowances<>(clock, MOST_REMEMBERED);
    }

    /** Somebody at the sign-in page. A known device has tries of its own, which strangers cannot use up. */
    Turn ofVisitor(Optional<SignInName> name, Network from, Optional<String> knownDevice) {
        var person = name.map(SignInName::value).orElse("");
        return knownDevice
                .map(device -> turn(List.of(bucket(Limit.DEVICE, device))))
                .filter(Turn.Admitted.class::isInstance)
                .orElseGet(() -> turn(List.of(
                        bucket(Limit.PERSON_THERE, person + " " + from.value()),
                        bucket(Limit.ADDRESS, from.value()),
                        bucket(Limit.PERSON, person))));
    }

    /** All of them or none. */
    private Turn turn(List<Bucket> wanted) {
        var paid = new ArrayList<Bucket>();
        for (var bucket : wanted) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                new Turn.Admitted(paid).takeBack();
                return refused(probe);
            }
            paid.add(bucket);
        }
        return new Turn.Admitted(paid);
    }

    private Turn refused(ConsumptionProbe probe) {
        return new Turn.Refused(clock.instant().plusNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Limit limit, String of) {
        return allowances.of(new Key(limit, of), limit.burst, limit.refill);
    }
}
