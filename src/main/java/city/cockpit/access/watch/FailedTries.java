package city.cockpit.access.watch;

import city.cockpit.access.web.ClientAddress;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings failed tries into the audit trail: the first of a person with the next look, all further ones of ten minutes as
 * one line of one deed, so that a storm of tries does not fill it. Any thread.
 */
public final class FailedTries implements Round {

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 3;

    private final AuditTrail trail;
    private final Deed deed;
    private final Map<Who, Tally> tallies = new HashMap<>();

    public FailedTries(AuditTrail trail, Deed deed) {
        this.trail = trail;
        this.deed = deed;
    }

    /**
     * Who tried and at whose account, as the audit trail names them.
     *
     * @param object empty if it is nobody's
     */
    public record Who(String actor, String object) {}

    private static final class Tally {

        private long tries;
        private final Set<String> addresses = new LinkedHashSet<>();
        private boolean moreAddresses;
        private @Nullable Instant writtenAt;

        private void add(String address) {
            tries++;
            if (address.isEmpty() || addresses.contains(address)) return;
            if (addresses.size() < MOST_ADDRESSES) addresses.add(address);
            else moreAddresses = true;
        }

        private boolean isDue(Instant now) {
            return tries > 0 && isOver(now);
        }

        private boolean isOver(Instant now) {
            return writtenAt == null || !writtenAt.plus(BETWEEN_LINES).isAfter(now);
        }

        private List<Change> changes() {
            var changes = new ArrayList<>(List.of(new Change("tries", "", Long.toString(tries))));
            var from = String.join(", ", addresses) + (moreAddresses ? ", …" : "");
            if (!from.isEmpty()) changes.add(new Change("address", "", from));
            return changes;
        }

        private void clear(Instant now) {
            tries = 0;
            addresses.clear();
            moreAddresses = false;
            writtenAt = now;
        }
    }

    /**
     * Counts one more.
     *
     * @param address from where, of which only the network is kept; empty if nobody knows
     */
    public synchronized void add(Who who, String address) {
        tallies.computeIfAbsent(who, fresh -> new Tally()).add(ClientAddress.network(address));
    }

    /** Whether tries of this kind were counted a short time ago. */
    public synchronized boolean counts(Who who) {
        return tallies.containsKey(who);
    }

    @Override
    public synchronized void look(Instant now) {
        tallies.forEach((who, tally) -> {
            if (tally.isDue(now)) write(who, tally, now);
        });
        tallies.values().removeIf(tally -> tally.tries == 0 && tally.isOver(now));
    }

    @Override
    public synchronized void leave(Instant now) {
        tallies.forEach((who, tally) -> {
            if (tally.tries > 0) write(who, tally, now);
        });
    }

    private void write(Who who, Tally tally, Instant now) {
        trail.record(who.actor(), deed, who.object(), tally.changes());
        tally.clear(now);
    }
}
