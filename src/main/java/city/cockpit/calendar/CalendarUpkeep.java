package city.cockpit.calendar;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Fetches calendars in time, each on a thread of its own so that none waits for another, and publishes what came; it looks
 * every few seconds on the thread {@code calendars}. Of several nodes one fetches and all publish.
 */
@Component
class CalendarUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CalendarUpkeep.class);
    private static final int PAUSE_SECONDS = 3;

    private final StoredCalendars calendars;
    private boolean waiting;
    private volatile @Nullable Running running;

    private record Running(ScheduledExecutorService thread, ExecutorService fetchers) {

        private void end() {
            thread.shutdownNow();
            fetchers.shutdownNow();
        }
    }

    CalendarUpkeep(StoredCalendars calendars) {
        this.calendars = calendars;
    }

    private void look(ExecutorService fetchers) {
        try {
            calendars.takeOrders().forEach(order -> fetchers.execute(() -> fetch(order)));
            calendars.publish();
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting) log.warn("Calendars stay as they are at the moment: {}", e.toString());
            log.debug("The failure", e);
            waiting = true;
        }
    }

    private void fetch(CalendarTable.Order order) {
        try {
            calendars.fetch(order);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            log.debug("The calendar {} is fetched again later", order.source().name(), e);
        } catch (RuntimeException e) {
            log.error("The calendar {} cannot be fetched", order.source().name(), e);
        }
    }

    @Override
    public void start() {
        var started = new Running(
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("calendars").daemon().factory()),
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().name("calendar-", 0).daemon().factory()));
        var _ = started.thread()
                .scheduleWithFixedDelay(() -> look(started.fetchers()), 0, PAUSE_SECONDS, TimeUnit.SECONDS);
        running = started;
    }

    @Override
    public void stop() {
        var ended = running;
        running = null;
        if (ended != null) ended.end();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
