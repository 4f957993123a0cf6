package city.cockpit.strategy.measured;

import city.cockpit.history.TimeSeriesStore;
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
import org.springframework.stereotype.Component;

/**
 * Computes indicators while the cockpit runs, on one thread, {@code indicator-upkeep}: the year that is not over every
 * minute, the others every hour. It rests fifty times as long as it worked, so that it takes two percent, but no longer than
 * three minutes: a young town's values change quickly while its past comes in.
 */
@Component
class IndicatorClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndicatorClock.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final int REST_BY_WORK = 50;
    private static final Duration LONGEST_REST = Duration.ofMinutes(3);

    /** The rolling year and the years before are computed each so many times. */
    private static final int ALL_EACH = 60;

    private final IndicatorUpkeep upkeep;
    private int round;
    private boolean waiting;
    private volatile @Nullable ScheduledExecutorService thread;

    IndicatorClock(
            Bindings bindings,
            TimeSeriesStore history,
            SeriesCatalog catalog,
            TownSource town,
            InstantSource clock,
            ValueTable table) {
        upkeep = new IndicatorUpkeep(bindings, history, catalog, town, clock, table);
    }

    private void run() {
        var started = System.nanoTime();
        try {
            var changed = round % ALL_EACH == 0 ? upkeep.computeAll() : upkeep.computeThisYear();
            log.debug("{} values of indicators say something new", changed);
            round++;
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting) log.warn("The values of indicators are not computed at the moment: {}", e.toString());
            log.debug("The failure", e);
            waiting = true;
        }
        schedule(rest(Duration.ofNanos(System.nanoTime() - started)));
    }

    static Duration rest(Duration worked) {
        var rest = worked.multipliedBy(REST_BY_WORK);
        if (rest.compareTo(PAUSE) < 0) return PAUSE;
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private void schedule(Duration rest) {
        var running = thread;
        if (running == null || running.isShutdown()) return;
        var _ = running.schedule(this::run, rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("indicator-upkeep").daemon().factory());
        schedule(FIRST);
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) running.shutdownNow();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
