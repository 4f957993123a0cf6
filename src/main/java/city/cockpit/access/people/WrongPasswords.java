package city.cockpit.access.people;

import city.cockpit.access.SignInName;
import city.cockpit.access.watch.FailedTries;
import city.cockpit.access.watch.FailedTries.Who;
import city.cockpit.access.watch.Round;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts wrong current passwords, so that whoever finds an open page cannot try them all, and brings them into the audit
 * trail. Any thread.
 */
@Component
class WrongPasswords implements Round {

    private static final int TRIES = 5;
    private static final Duration WAIT = Duration.ofMinutes(15);
    private static final int PEOPLE = 10_000;

    private final Cache<SignInName, Bucket> tries =
            Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterAccess(WAIT).build();
    private final FailedTries failed;
    private final InstantSource clock;

    WrongPasswords(AuditTrail trail, InstantSource clock) {
        this.failed = new FailedTries(trail, Deed.PASSWORD_CHANGE_FAILED);
        this.clock = clock;
    }

    /** Takes one of the tries; if none is left, tells until when. */
    Optional<Instant> findEndOfWait(SignInName name) {
        var probe = tries.get(name, fresh -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(clock.instant().plusNanos(probe.getNanosToWaitForRefill()));
    }

    /** @param address from where; empty if nobody knows */
    void note(SignInName name, String address) {
        failed.add(new Who(name.value(), name.value()), address);
    }

    /** The password was right: all tries are there again. */
    void forget(SignInName name) {
        tries.invalidate(name);
    }

    @Override
    public void look(Instant now) {
        failed.look(now);
    }

    @Override
    public void leave(Instant now) {
        failed.leave(now);
    }

    @Override
    public String toString() {
        return "the record of wrong passwords";
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(new InstantMeter(clock))
                .addLimit(limit -> limit.capacity(TRIES).refillIntervally(TRIES, WAIT))
                .build();
    }

    private record InstantMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
