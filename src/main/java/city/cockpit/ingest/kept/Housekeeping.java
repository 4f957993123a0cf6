package city.cockpit.ingest.kept;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes down what was counted, keeps the limits and settles what is known by now; on one thread, {@code kept-messages}. */
@Component
class Housekeeping implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SETTLEMENTS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIMS = Duration.ofMinutes(10);

    private final KeptMessages kept;
    private final StoredInbox inbox;
    private final InstantSource clock;
    private Instant settledAt = Instant.EPOCH;
    private Instant trimmedAt = Instant.EPOCH;
    private boolean waiting;
    private volatile @Nullable ScheduledExecutorService thread;

    Housekeeping(KeptMessages kept, StoredInbox inbox, InstantSource clock) {
        this.kept = kept;
        this.inbox = inbox;
        this.clock = clock;
    }

    private void look() {
        try {
            var now = clock.instant();
            kept.writeCounts();
            if (kept.isToBeTrimmed() || isDue(trimmedAt, BETWEEN_TRIMS, now)) {
                kept.trim();
                trimmedAt = now;
            }
            if (isDue(settledAt, BETWEEN_SETTLEMENTS, now)) {
                inbox.settleKnown();
                settledAt = now;
            }
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting) log.warn("The upkeep of refused messages waits for the database");
            log.debug("The failure", e);
            waiting = true;
        }
    }

    private static boolean isDue(Instant last, Duration period, Instant now) {
        return !last.plus(period).isAfter(now);
    }

    /** Stops after the pipeline, so that what it counted last is written down. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("kept-messages").daemon().factory());
        var _ = started.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        var started = thread;
        if (started == null) return;
        thread = null;
        started.execute(this::last);
        started.shutdown();
        try {
            var _ = started.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void last() {
        try {
            kept.writeCounts();
        } catch (RuntimeException e) {
            log.debug("The last counts were not written down; the ledger ends with the process, too", e);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
