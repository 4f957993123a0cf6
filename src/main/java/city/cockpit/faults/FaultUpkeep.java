package city.cockpit.faults;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Forgets in time what people reported, once an hour on the thread {@code faults}. Several nodes do no harm. */
@Component
class FaultUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FaultUpkeep.class);

    private final FaultTable table;
    private final FaultSettings settings;
    private final InstantSource clock;
    private volatile @Nullable ScheduledExecutorService thread;

    FaultUpkeep(FaultTable table, FaultSettings settings, InstantSource clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** Blocks. */
    void forget() {
        var now = clock.instant();
        var contacts = table.forgetContactsBefore(now.minus(settings.keepContact()));
        var reports = table.removeBefore(now.minus(settings.keep()));
        if (contacts + reports > 0) log.info("Forgot {} reports of faults and {} contacts", reports, contacts);
    }

    private void run() {
        try {
            forget();
        } catch (RuntimeException e) {
            log.debug("Reports of faults are forgotten an hour later", e);
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("faults").daemon().factory());
        var _ = started.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
        thread = started;
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) running.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
