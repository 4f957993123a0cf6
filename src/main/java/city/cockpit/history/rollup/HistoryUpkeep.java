package city.cockpit.history.rollup;

import city.cockpit.history.ReadingStore;
import city.cockpit.history.Retention;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.TownSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the upkeep of the rollups every few seconds while the cockpit runs, on one thread, {@code history-upkeep}. */
@Component
class HistoryUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HistoryUpkeep.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Late readings of an hour come together, as a rule. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final Upkeep upkeep;
    private boolean waiting;
    private volatile @Nullable ScheduledExecutorService thread;

    HistoryUpkeep(
            JdbcClient sql,
            TransactionTemplate transaction,
            SeriesCatalog catalog,
            ReadingStore store,
            Retention retention,
            TownSource town,
            InstantSource clock) {
        upkeep = new Upkeep(sql, transaction, catalog, town, clock, new Clearance(sql, retention, store.edition()));
    }

    private void run() {
        try {
            upkeep.run(QUIET);
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting)
                log.warn("The hours and days of the history are not added up at the moment: {}", e.toString());
            log.debug("The failure", e);
            waiting = true;
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("history-upkeep").daemon().factory());
        var _ = started.scheduleWithFixedDelay(this::run, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        var started = thread;
        if (started != null) started.shutdownNow();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
