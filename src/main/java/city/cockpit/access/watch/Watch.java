package city.cockpit.access.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The thread that makes the rounds. One that fails does not keep the others from being made, and is made again. */
@Component
class Watch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final List<Round> rounds;
    private final InstantSource clock;
    private final Set<Round> waiting = new HashSet<>();
    private volatile @Nullable ScheduledExecutorService watcher;

    Watch(List<Round> rounds, InstantSource clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    private void look() {
        for (var round : rounds) guarded(round, () -> round.look(clock.instant()));
    }

    /** A scheduled task that throws would never run again. A database that is away is told once. */
    private void guarded(Round round, Runnable look) {
        try {
            look.run();
            if (waiting.remove(round)) log.info("{} goes on", round);
        } catch (DataAccessException | TransactionException e) {
            if (waiting.add(round)) log.warn("{} waits for the database", round);
        } catch (RuntimeException e) {
            log.error("{} failed", round, e);
        }
    }

    @Override
    public void start() {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("access-watch").daemon().factory());
        var _ = thread.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        watcher = thread;
    }

    @Override
    public void stop() {
        var thread = watcher;
        if (thread == null) return;
        watcher = null;
        for (var round : rounds) thread.execute(() -> guarded(round, () -> round.leave(clock.instant())));
        // Rounds that wait are given up, the last looks are made.
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}
