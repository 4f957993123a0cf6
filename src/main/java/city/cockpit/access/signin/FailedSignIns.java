package city.cockpit.access.signin;

import city.cockpit.access.SignInName;
import city.cockpit.access.watch.Round;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings failed sign-ins into the audit trail: the first of a person within seconds, all further ones of ten minutes as
 * one line, so that a storm of tries does not fill it. A name that nobody has is not written: it may be a password in
 * the wrong field. Any thread.
 */
@Component
class FailedSignIns implements Round {

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 3;
    private static final String NOBODY = "";

    private final AuditTrail trail;
    private final Map<String, Tally> tallies = new HashMap<>();

    FailedSignIns(AuditTrail trail) {
        this.trail = trail;
    }

    private static final class Tally {

        private long tries;
        private final Set<String> addresses = new LinkedHashSet<>();
        private boolean moreAddresses;
        private @Nullable Instant writtenAt;

        private boolean isDue(Instant now) {
            return tries > 0 && isOver(now);
        }

        private boolean isOver(Instant now) {
            return writtenAt == null || !writtenAt.plus(BETWEEN_LINES).isAfter(now);
        }

        private List<Change> changes() {
            var from = String.join(", ", addresses) + (moreAddresses ? ", …" : "");
            return List.of(new Change("tries", "", Long.toString(tries)), new Change("address", "", from));
        }
    }

    /** @param person empty if there is nobody of that name */
    synchronized void wrong(Optional<SignInName> person, String address) {
        add(person.map(SignInName::value).orElse(NOBODY), address);
    }

    /** Nothing was looked at, so whether there is such a person is known only if it was known before. */
    synchronized void refused(Optional<SignInName> typed, String address) {
        add(typed.map(SignInName::value).filter(tallies::containsKey).orElse(NOBODY), address);
    }

    private void add(String person, String address) {
        var tally = tallies.computeIfAbsent(person, name -> new Tally());
        tally.tries++;
        if (tally.addresses.contains(address)) return;
        if (tally.addresses.size() < MOST_ADDRESSES) tally.addresses.add(address);
        else tally.moreAddresses = true;
    }

    @Override
    public synchronized void look(Instant now) {
        tallies.forEach((person, tally) -> {
            if (tally.isDue(now)) write(person, tally, now);
        });
        tallies.values().removeIf(tally -> tally.tries == 0 && tally.isOver(now));
    }

    @Override
    public synchronized void leave(Instant now) {
        tallies.forEach((person, tally) -> {
            if (tally.tries > 0) write(person, tally, now);
        });
    }

    private void write(String person, Tally tally, Instant now) {
        trail.record(AuditTrail.SYSTEM, Deed.SIGN_IN_FAILED, person, tally.changes());
        tally.tries = 0;
        tally.addresses.clear();
        tally.moreAddresses = false;
        tally.writtenAt = now;
    }

    @Override
    public String toString() {
        return "the record of failed sign-ins";
    }
}
