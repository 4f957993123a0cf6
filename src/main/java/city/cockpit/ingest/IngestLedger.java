package city.cockpit.ingest;

import java.util.EnumMap;
import org.springframework.stereotype.Component;

/**
 * Counts each reading once: received = stored + duplicate + rejected + pending, at every moment. Lives as long as the
 * process. Thread-safe, never blocks for long.
 */
@Component
public class IngestLedger {

    private final EnumMap<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    private long received;
    private long stored;
    private long duplicate;
    private long pending;

    IngestLedger() {}

    /** All counters at one moment. */
    public synchronized Counts counts() {
        var allRejected = rejected.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(received, stored, duplicate, allRejected, pending, rejected);
    }

    synchronized void received(int readings) {
        received += readings;
        pending += readings;
    }

    synchronized void stored(int readings) {
        stored += readings;
        pending -= readings;
    }

    synchronized void duplicate(int readings) {
        duplicate += readings;
        pending -= readings;
    }

    synchronized void rejected(RejectReason reason, int readings) {
        rejected.merge(reason, (long) readings, Long::sum);
        pending -= readings;
    }

    /** One reading that was refused before it was ever under way. */
    synchronized void turnedAway(RejectReason reason) {
        received(1);
        rejected(reason, 1);
    }
}
