package city.cockpit.fleet;

import city.cockpit.history.Completeness;
import city.cockpit.measurement.SeriesCatalog;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the sensors every five seconds on the thread {@code fleet}, however many ask; a second thread, {@code
 * fleet-keeper}, writes what devices told, learns what other nodes heard, and asks how complete histories are. While the
 * database is away the picture goes on and what was told waits.
 */
@Component
class FleetUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FleetUpkeep.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration KEEP = Duration.ofSeconds(10);

    /** Of so many times of keeping one asks for the histories, which change once an hour. */
    private static final int HISTORIES = 30;

    private final LiveFleet fleet;
    private final DeviceStates devices;
    private final DeviceTable table;
    private final Completeness completeness;
    private final SeriesCatalog catalog;
    private volatile @Nullable ScheduledExecutorService looking;
    private volatile @Nullable ScheduledExecutorService keeping;
    private boolean waiting;
    private int times;

    FleetUpkeep(
            LiveFleet fleet,
            DeviceStates devices,
            DeviceTable table,
            Completeness completeness,
            SeriesCatalog catalog) {
        this.fleet = fleet;
        this.devices = devices;
        this.table = table;
        this.completeness = completeness;
        this.catalog = catalog;
    }

    private void look() {
        try {
            fleet.look();
        } catch (RuntimeException e) {
            log.error("How the sensors are could not be found out", e);
        }
    }

    private void keep() {
        try {
            write();
            devices.learn(table.readNew());
            if (times++ % HISTORIES == 0) fleet.complete(completeness.of(catalog.listSeries()));
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting) log.warn("What devices say of themselves waits for the database: {}", e.toString());
            log.debug("The failure", e);
            waiting = true;
        }
    }

    private void write() {
        var changes = devices.takeChanges();
        try {
            table.write(changes);
        } catch (RuntimeException e) {
            devices.giveBack(changes);
            throw e;
        }
    }

    @Override
    public void start() {
        look();
        looking = every(LOOK, "fleet", this::look);
        keeping = every(KEEP, "fleet-keeper", this::keep);
    }

    private static ScheduledExecutorService every(Duration period, String name, Runnable task) {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        var _ = thread.scheduleWithFixedDelay(task, 0, period.toMillis(), TimeUnit.MILLISECONDS);
        return thread;
    }

    /** What was told in the last seconds comes again with the next messages. */
    @Override
    public void stop() {
        for (var thread : new ScheduledExecutorService[] {looking, keeping}) if (thread != null) thread.shutdownNow();
        looking = null;
        keeping = null;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    /** After the city is there, before messages come. */
    @Override
    public int getPhase() {
        return -50;
    }
}
