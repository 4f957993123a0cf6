package city.cockpit.ingest;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the flow of readings, every five seconds, however many people look at it. The memory of the last hour lives as
 * long as the process. Any thread may ask.
 */
public final class FlowWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FlowWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Supplier<Counts> ledger;
    private final LongSupplier waiting;
    private final Supplier<Optional<Instant>> databaseAwaySince;
    private final Latencies latencies;
    private final Deque<FlowMinute> past = new ArrayDeque<>();
    private Instant minute;
    private Counts before;
    private long mostWaiting;
    private volatile Flow seen;
    private volatile @Nullable ScheduledExecutorService thread;

    FlowWatch(
            InstantSource clock,
            Supplier<Counts> ledger,
            LongSupplier waiting,
            Supplier<Optional<Instant>> databaseAwaySince,
            Latencies latencies) {
        this.clock = clock;
        this.ledger = ledger;
        this.waiting = waiting;
        this.databaseAwaySince = databaseAwaySince;
        this.latencies = latencies;
        this.before = ledger.get();
        this.minute = clock.instant().truncatedTo(MINUTES);
        this.seen = look();
    }

    /** What was seen last, at most five seconds ago. Never blocks. */
    public Flow flow() {
        return seen;
    }

    void start() {
        var watcher = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("ingest-flow").daemon().factory());
        // At the full minute and every five seconds after, so that a minute is what the clock calls one.
        var sinceLast = clock.instant().toEpochMilli() % PERIOD.toMillis();
        var _ = watcher.scheduleAtFixedRate(
                this::lookAgain, PERIOD.toMillis() - sinceLast, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        thread = watcher;
    }

    /** A scheduled task that throws would never run again. */
    private void lookAgain() {
        try {
            seen = look();
        } catch (RuntimeException e) {
            log.error("The flow of readings cannot be told", e);
        }
    }

    /** To be called by one thread at a time. */
    Flow look() {
        var now = clock.instant();
        var counts = ledger.get();
        var wait = waiting.getAsLong();
        mostWaiting = Math.max(mostWaiting, wait);
        var current = new FlowMinute(minute, FlowMinute.difference(counts, before), mostWaiting, latencies.minute());
        var minutes = new ArrayList<>(past);
        minutes.add(current);
        if (!now.truncatedTo(MINUTES).equals(minute)) turnOver(current, counts, now);
        return new Flow(now, counts, minutes, wait, databaseAwaySince.get());
    }

    private void turnOver(FlowMinute done, Counts counts, Instant now) {
        past.addLast(done);
        while (past.size() >= Flow.MINUTES) past.removeFirst();
        minute = now.truncatedTo(MINUTES);
        before = counts;
        mostWaiting = 0;
        latencies.startMinute();
    }

    @Override
    public void close() {
        var watcher = thread;
        if (watcher != null) watcher.shutdownNow();
    }
}
