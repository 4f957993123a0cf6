package city.cockpit.registry;

import city.cockpit.measurement.HomeMunicipality;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Town;
import city.cockpit.registry.Snapshot.Delta;
import city.cockpit.registry.Snapshot.Observed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What hangs where, as one immutable copy of the database in memory, exchanged as a whole when somebody changes something:
 * at once what was changed here, within a second what other nodes have changed. See decision record 0047.
 */
@Component
class Registry implements SeriesCatalog, HomeMunicipality, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Registry.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Observed NOTHING = new Observed(true, List.of(), Map.of(), Map.of());

    private final SensorRows rows;
    private final PropertyRows propertyRows;
    private final ObservedProperties properties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate oneMoment;
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile @Nullable ScheduledExecutorService follower;
    private boolean waiting;

    Registry(
            SensorRows rows,
            PropertyRows propertyRows,
            TransactionTemplate transaction,
            ObservedProperties properties,
            TakeOver takeOver,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.propertyRows = propertyRows;
        this.properties = properties;
        this.events = events;
        this.transaction = transaction;
        this.oneMoment = oneMoment(transaction);
        transaction.executeWithoutResult(status -> propertyRows.writeShipped(properties));
        read();
        takeOver.table(snapshot).ifPresent(table -> {
            transaction.executeWithoutResult(status -> takeOver.write(table, turn()));
            read();
        });
        log.info(
                "Registered: {} sensors with {} series",
                snapshot.sensors().size(),
                snapshot.sorted().size());
    }

    private static TransactionTemplate oneMoment(TransactionTemplate transaction) {
        var template = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        template.setReadOnly(true);
        return template;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /**
     * Changes the registry: all of the work is done or none. Here it is in memory when this returns, unless a transaction
     * of the caller goes on; then after its commit.
     */
    <T> T change(Function<Turn, T> work) {
        var done = transaction.execute(status -> work.apply(turn()));
        if (!TransactionSynchronizationManager.isSynchronizationActive()) renewIfPossible();
        else
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    renewIfPossible();
                }
            });
        return Objects.requireNonNull(done);
    }

    private Turn turn() {
        var revision = rows.next();
        return new Turn(revision, next(snapshot, revision).snapshot(), rows);
    }

    /** It is stored; if it cannot be read now, the follower will. */
    private void renewIfPossible() {
        try {
            renew();
        } catch (DataAccessException e) {
            log.debug("What was changed could not be read yet", e);
        }
    }

    /** Takes over what changed, and tells of it. */
    void renew() {
        var before = snapshot;
        read().filter(next -> before.differsBy(next.delta()))
                .ifPresent(next ->
                        events.publishEvent(new SensorsChanged(next.snapshot().touched(next.delta()))));
    }

    private record Next(Snapshot snapshot, Delta delta) {}

    private synchronized Optional<Next> read() {
        var before = snapshot;
        if (rows.revision() == before.revision()) return Optional.empty();
        var next = Objects.requireNonNull(oneMoment.execute(status -> next(before, rows.revision())));
        snapshot = next.snapshot();
        return Optional.of(next);
    }

    private Next next(Snapshot before, long revision) {
        var own = propertyRows.listOwn();
        properties.add(own);
        var delta = rows.read(before.revision(), revision, own);
        return new Next(before.with(delta, properties), delta);
    }

    @Override
    public Optional<Series> findSeries(SeriesId id) {
        return Optional.ofNullable(snapshot.series().get(id));
    }

    @Override
    public Optional<Series> findObserved(SensorId sensor, String propertyKey) {
        return Optional.ofNullable(
                snapshot.bySensor().getOrDefault(sensor, NOTHING).active().get(propertyKey));
    }

    @Override
    public List<Series> listSeries() {
        return snapshot.sorted();
    }

    @Override
    public boolean knows(SensorId sensor) {
        return !snapshot.bySensor().getOrDefault(sensor, NOTHING).isRetired();
    }

    @Override
    public SensorFacts facts(SensorId sensor) {
        return snapshot.find(sensor).map(Sensor::facts).orElse(SensorFacts.UNKNOWN);
    }

    @Override
    public List<LocalDate> listSwapDays(SensorId sensor) {
        return snapshot.swaps().getOrDefault(sensor, List.of());
    }

    @Override
    public Optional<String> formatOf(SensorId sensor) {
        return snapshot.find(sensor).flatMap(Sensor::format);
    }

    @Override
    public OptionalInt portOf(SensorId sensor) {
        return snapshot.find(sensor).map(Sensor::port).orElse(OptionalInt.empty());
    }

    @Override
    public Optional<Fed> findFed(SensorId sensor, String field) {
        var feeds = snapshot.bySensor().getOrDefault(sensor, NOTHING).feeds();
        return Optional.ofNullable(feeds.get(field))
                .or(() -> SeriesCatalog.super
                        .findFed(sensor, field)
                        .filter(fed -> !fed.series().isRetired())
                        .filter(fed -> feeds.values().stream()
                                .noneMatch(one -> one.series().equals(fed.series()))));
    }

    @Override
    public SensorId sensorNamed(SensorId name) {
        if (knows(name)) return name;
        var now = snapshot;
        var assigned = now.aliases().get(name);
        return assigned != null ? assigned : now.byDevEui().getOrDefault(name, name);
    }

    @Override
    public Town municipality() {
        return snapshot.home().orElse(Municipality.NAMELESS).town();
    }

    private void follow() {
        try {
            renew();
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting) log.warn("Sensors that other nodes register wait for the database");
            log.debug("The failure", e);
            waiting = true;
        }
    }

    @Override
    public void start() {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("registry-follower").daemon().factory());
        var _ = thread.scheduleWithFixedDelay(
                this::follow, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        follower = thread;
    }

    @Override
    public void stop() {
        var thread = follower;
        if (thread != null) thread.shutdownNow();
        follower = null;
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }
}
