package city.cockpit.registry.rights;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.registry.SensorsChanged;
import city.cockpit.registry.rights.DeviceAccountTable.Mark;
import city.cockpit.registry.rights.Refused.Cause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The accounts in memory. A thread of its own, {@code broker-accounts}, looks for what other nodes changed, twice a second
 * with one small query, and tells who follows. While the database is away everything holds as it is. Starts before the
 * embedded broker and stops after it.
 */
@Component
class KnownAccounts implements Admissions, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KnownAccounts.class);
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final String UNSAID = "";

    private final DeviceAccountTable table;
    private final Sensors sensors;
    private final InstantSource clock;
    private final List<Consumer<Set<String>>> followers = new CopyOnWriteArrayList<>();
    private final Map<String, Refused> refusals = new ConcurrentHashMap<>();
    private final Semaphore wishes = new Semaphore(0);
    private volatile Snapshot snapshot;
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private final Set<SensorId> touched = ConcurrentHashMap.newKeySet();
    private boolean anew;
    private boolean away;

    private record Snapshot(
            Mark mark,
            Map<String, AccountRow> rows,
            Map<String, Admission> admissions,
            Map<String, String> clientIds) {}

    KnownAccounts(DeviceAccountTable table, Sensors sensors, InstantSource clock) {
        this.table = table;
        this.sensors = sensors;
        this.clock = clock;
        snapshot = load();
    }

    List<Account> listAccounts() {
        return snapshot.rows.values().stream()
                .sorted(Comparator.comparing(AccountRow::name))
                .map(this::account)
                .toList();
    }

    Optional<Account> findAccount(String name) {
        return Optional.ofNullable(snapshot.rows.get(name)).map(this::account);
    }

    Optional<Account> findOf(SensorId sensor) {
        var wanted = Optional.of(sensor);
        return snapshot.rows.values().stream()
                .filter(row -> row.sensor().equals(wanted))
                .findFirst()
                .map(this::account);
    }

    /** The account with what it may publish by the registry as it is now. */
    Account account(AccountRow row) {
        return row.account(topics(row));
    }

    private List<String> topics(AccountRow row) {
        return row.sensor()
                .map(sensor -> FormatTopics.ofDevice(format(sensor), row.topicName()))
                .orElse(row.filters());
    }

    /** In which the sensor speaks; empty for any that cannot be mistaken. */
    String format(SensorId sensor) {
        return sensors.find(sensor).flatMap(Sensor::format).orElse(UNSAID);
    }

    List<AccountRow> listRows() {
        return List.copyOf(snapshot.rows.values());
    }

    Optional<Refused> lastRefused(String name) {
        return Optional.ofNullable(refusals.get(name));
    }

    @Override
    public Optional<Admission> find(String name) {
        return Optional.ofNullable(snapshot.admissions.get(name));
    }

    @Override
    public boolean isOfAnother(String clientId, String name) {
        var owner = snapshot.clientIds.get(clientId);
        return owner != null && !owner.equals(name);
    }

    @Override
    public void follow(Consumer<Set<String>> listener) {
        followers.add(listener);
    }

    @Override
    public void refused(String name, Cause cause, String detail) {
        if (!snapshot.rows.containsKey(name)) return;
        var shown = detail.length() > TopicRights.LONGEST ? detail.substring(0, TopicRights.LONGEST) + "…" : detail;
        refusals.merge(
                name,
                new Refused(clock.instant(), cause, shown, 1),
                (before, now) ->
                        before.cause() == cause ? new Refused(now.at(), cause, shown, before.times() + 1) : now);
    }

    /** Takes over at once what was changed here; to be called after the transaction. */
    void renew() {
        tell(takeOver());
    }

    /** Returns the names of those that changed. */
    private synchronized Set<String> takeOver() {
        var before = snapshot;
        var next = load();
        snapshot = next;
        return changed(before, next);
    }

    /** A retired sensor's device is not let in any more, one with another format speaks elsewhere. */
    @EventListener
    void on(SensorsChanged event) {
        wish(event.sensors());
    }

    private void wish(Set<SensorId> changed) {
        touched.addAll(changed);
        wishes.release();
    }

    private Snapshot load() {
        var mark = table.mark();
        var rows = table.list().stream().collect(toUnmodifiableMap(AccountRow::name, Function.identity()));
        var admissions = rows.values().stream().collect(toUnmodifiableMap(AccountRow::name, this::admission));
        var clientIds = rows.values().stream()
                .filter(row -> !row.clientId().isEmpty())
                .collect(toUnmodifiableMap(AccountRow::clientId, AccountRow::name, (one, other) -> one));
        return new Snapshot(mark, rows, admissions, clientIds);
    }

    private Admission admission(AccountRow row) {
        return new Admission(
                row.name(),
                row.password(),
                row.clientId(),
                new TopicRights(topics(row)),
                row.state() == Account.State.OPEN);
    }

    private static Set<String> changed(Snapshot before, Snapshot next) {
        return Stream.concat(before.rows.keySet().stream(), next.rows.keySet().stream())
                .filter(name -> !Objects.equals(before.rows.get(name), next.rows.get(name))
                        || !Objects.equals(before.admissions.get(name), next.admissions.get(name)))
                .collect(toUnmodifiableSet());
    }

    private void tell(Set<String> names) {
        if (names.isEmpty()) return;
        for (var follower : followers) {
            try {
                follower.accept(names);
            } catch (RuntimeException e) {
                log.error("Who follows the accounts of the broker failed", e);
            }
        }
    }

    @Override
    public int getPhase() {
        return -2000;
    }

    @Override
    public void start() {
        running = true;
        wish(sensors.listSensors().stream().map(Sensor::id).collect(toUnmodifiableSet()));
        thread = Thread.ofPlatform().name("broker-accounts").daemon().start(this::watch);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
        wishes.release();
        var watching = thread;
        try {
            if (watching != null) watching.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        var lately = Set.<String>of();
        try {
            while (running) {
                // Whoever came in while a change was on its way meets it now.
                tell(lately);
                lately = look();
                if (wishes.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) wishes.drainPermits();
            }
        } catch (InterruptedException e) {
            log.debug("The watch over the accounts of the broker was interrupted", e);
        }
    }

    private Set<String> look() {
        try {
            retireTouched();
            if (!anew && table.mark().equals(snapshot.mark)) return Set.of();
            anew = false;
            var names = takeOver();
            away = false;
            tell(names);
            return names;
        } catch (RuntimeException e) {
            if (!away)
                log.warn("Who may come to the broker is not known anew now ({}); it stays as it was", e.toString());
            log.debug("The failure", e);
            away = true;
            return Set.of();
        }
    }

    private void retireTouched() {
        var now = Set.copyOf(touched);
        if (now.isEmpty()) return;
        var known = snapshot.rows.values().stream()
                .flatMap(row -> row.sensor().stream())
                .collect(toUnmodifiableSet());
        var concerned = new HashSet<>(now);
        concerned.retainAll(known);
        for (var sensor : concerned)
            sensors.find(sensor)
                    .ifPresent(found -> table.retire(sensor, found.phase() == Phase.RETIRED, clock.instant()));
        touched.removeAll(now);
        anew = anew || !concerned.isEmpty();
    }
}
