package city.cockpit.transfer;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.history.Admission;
import city.cockpit.history.Archive;
import city.cockpit.history.Retention;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.transfer.Import.Problem;
import city.cockpit.transfer.Import.State;
import city.cockpit.transfer.ImportTable.Claim;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
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
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs imports, one after the other, on one thread, {@code history-import}. Every node has one; what is to be run stands in
 * the database, and a row of it says who is at it. If that process ends, another one goes on where it stopped. Tiles and
 * charts follow what it stores.
 */
@Component
class Importer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Importer.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BETWEEN_TIDYING = Duration.ofMinutes(10);
    private static final Duration NEVER_ARRIVED = Duration.ofHours(6);
    private static final Duration REPORTS_KEPT = Duration.ofDays(60);

    private final UUID worker = UUID.randomUUID();
    private final ImportTable table;
    private final Archive archive;
    private final SeriesCatalog catalog;
    private final Admission admission;
    private final LiveCity city;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private Instant tidiedAt = Instant.EPOCH;
    private boolean waiting;
    private volatile boolean stopping;
    private volatile @Nullable ScheduledExecutorService thread;

    Importer(
            ImportTable table,
            Archive archive,
            SeriesCatalog catalog,
            Retention retention,
            LiveCity city,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.archive = archive;
        this.catalog = catalog;
        this.admission = new Admission(retention);
        this.city = city;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private void look() {
        try {
            tidy();
            while (!stopping && runNext()) log.debug("Looking for the next import");
            waiting = false;
        } catch (DataAccessException | TransactionException e) {
            if (!waiting) log.warn("Imports of history wait for the database");
            log.debug("The failure", e);
            waiting = true;
        } catch (RuntimeException e) {
            log.error("An import of history failed", e);
        }
    }

    /** Runs the import that is next in line; blocks until it ends. Returns whether there was one. */
    boolean runNext() {
        var claimed = table.claim(worker);
        claimed.ifPresent(this::run);
        return claimed.isPresent();
    }

    private void run(Claim claim) {
        var file = claim.file();
        try {
            var run = new ImportRun(
                    file, worker, table, archive, catalog, admission, city::stored, clock, () -> stopping);
            if (run.run() == ImportRun.End.COMPLETE) transaction.executeWithoutResult(status -> end(claim));
        } catch (CsvParseException e) {
            log.info("Import {} cannot be read: {}", file.id(), e.getMessage());
            table.fail(file.id(), Problem.UNREADABLE);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Import {} failed", file.id(), e);
            table.fail(file.id(), Problem.DEFECT);
        }
    }

    private void end(Claim claim) {
        var file = claim.file();
        if (file.state() == State.CHECKING) {
            table.change(file.id(), State.CHECKING, State.CHECKED);
            return;
        }
        if (!table.change(file.id(), State.STORING, State.DONE)) return;
        table.forgetFile(file.id());
        var counts = table.find(file.id()).map(Import::counts).orElse(Counts.NONE);
        audit.record(
                claim.by(),
                Deed.HISTORY_IMPORTED,
                file.fileName(),
                List.of(
                        new Change("readings", "", Long.toString(counts.stored())),
                        new Change("repeats", "", Long.toString(counts.repeats())),
                        new Change("refused", "", Long.toString(counts.allRefused()))));
        log.info(
                "Import {} is done: {} stored, {} repeats, {} refused",
                file.id(),
                counts.stored(),
                counts.repeats(),
                counts.allRefused());
    }

    private void tidy() {
        var now = clock.instant();
        if (tidiedAt.plus(BETWEEN_TIDYING).isAfter(now)) return;
        table.forgetOld(now.minus(NEVER_ARRIVED), now.minus(REPORTS_KEPT));
        tidiedAt = now;
    }

    /** After the pipeline, before the connections of the database close. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        stopping = false;
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("history-import").daemon().factory());
        var _ = started.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** After the batch that is being written; another node goes on at once. */
    @Override
    public void stop() {
        var started = thread;
        if (started == null) return;
        stopping = true;
        thread = null;
        started.shutdown();
        try {
            if (started.awaitTermination(3, TimeUnit.SECONDS)) table.release(worker);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            log.debug("The database is away; another node goes on after half a minute", e);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
