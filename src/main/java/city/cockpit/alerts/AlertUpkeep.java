package city.cockpit.alerts;

import city.cockpit.alerts.Evaluation.Look;
import city.cockpit.history.Arrivals;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at what is stored every few seconds on the thread {@code alerts}. One node does so, in one transaction a look that
 * takes the news, judges them and writes what was found: a crash loses nothing and tells nothing twice. Every node shows the
 * open incidents. While the database is away everything waits.
 */
@Component
class AlertUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AlertUpkeep.class);

    /** Looking takes at most so much of one thread. */
    private static final int SHARE = 20;

    /** However long a look takes: else each would have more to look at than the one before. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final AlertsSettings settings;
    private final KnownRules rules;
    private final Arrivals arrivals;
    private final AlertProgress progress;
    private final Evaluation evaluation;
    private final KnownMaintenance maintenance;
    private final Muting muting;
    private final IncidentTable incidents;
    private final SharedIncidents shared;
    private final SeriesCatalog catalog;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private Optional<Instant> patientUntil = Optional.empty();
    private boolean isOurs;
    private boolean waiting;
    private volatile @Nullable ScheduledExecutorService thread;

    AlertUpkeep(
            AlertsSettings settings,
            KnownRules rules,
            Arrivals arrivals,
            AlertProgress progress,
            Evaluation evaluation,
            KnownMaintenance maintenance,
            Muting muting,
            IncidentTable incidents,
            SharedIncidents shared,
            SeriesCatalog catalog,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.settings = settings;
        this.rules = rules;
        this.arrivals = arrivals;
        this.progress = progress;
        this.evaluation = evaluation;
        this.maintenance = maintenance;
        this.muting = muting;
        this.incidents = incidents;
        this.shared = shared;
        this.catalog = catalog;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks once and shows what is open. Blocks; one thread. */
    void look() {
        var active = rules.active();
        maintenance.renew();
        var ours = false;
        try {
            ours = Boolean.TRUE.equals(transaction.execute(status -> progress.lock() && evaluate(active)));
        } finally {
            isOurs = ours;
            if (!ours) evaluation.forget();
        }
        shared.show(incidents.listOpenIncidents());
    }

    private boolean evaluate(List<ActiveRule> active) {
        var now = clock.instant();
        var before = progress.evaluatedUntil().orElse(now);
        if (before.isAfter(now)) before = now;
        var arrived = arrivals.take();
        var news = new HashMap<>(arrived);
        if (!isOurs) lookAtAll(news, before);
        evaluation.look(active, new Look(arrived, Map.copyOf(news), before, now, isPatient(now)));
        muting.renew(now);
        progress.evaluated(now);
        return true;
    }

    /** Whoever begins does not know what was heard between the last look and the news. */
    private void lookAtAll(Map<Integer, Instant> news, Instant before) {
        for (var key : catalog.listSeries().stream().map(Series::key).toList())
            news.merge(key, before, (one, other) -> one.isBefore(other) ? one : other);
    }

    private boolean isPatient(Instant now) {
        if (patientUntil.isEmpty()) patientUntil = Optional.of(now.plus(settings.patience()));
        return now.isBefore(patientUntil.get());
    }

    /** Pages that are open at the start do not wait for the first look, which may take long. */
    private void showWhatIsKnown() {
        try {
            shared.show(incidents.listOpenIncidents());
        } catch (RuntimeException e) {
            log.debug("What is open will be known after the first look", e);
        }
    }

    private void run() {
        var started = System.nanoTime();
        try {
            look();
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting) log.warn("Rules are not looked after at the moment: {}", e.toString());
            log.debug("The failure", e);
            waiting = true;
        } finally {
            again(Duration.ofNanos((System.nanoTime() - started) * SHARE));
        }
    }

    private void again(Duration pause) {
        var running = thread;
        if (running == null || running.isShutdown()) return;
        var longest = LONGEST_PAUSE.compareTo(settings.period()) < 0 ? settings.period() : LONGEST_PAUSE;
        var wait = pause.compareTo(settings.period()) < 0
                ? settings.period()
                : pause.compareTo(longest) > 0 ? longest : pause;
        try {
            var _ = running.schedule(this::run, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // It was stopped at this moment.
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("alerts").daemon().factory());
        thread = started;
        started.execute(this::showWhatIsKnown);
        again(Duration.ZERO);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) running.shutdownNow();
        try {
            // What goes on would say again that it is we who look.
            if (running != null && !running.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) return;
            progress.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            log.debug("Others will notice later that nobody looks at the rules here", e);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
