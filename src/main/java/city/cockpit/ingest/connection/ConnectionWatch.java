package city.cockpit.ingest.connection;

import city.cockpit.ingest.connection.ConnectionTable.Mark;
import city.cockpit.mqtt.BrokerConnections;
import city.cockpit.mqtt.ConnectionFailure;
import city.cockpit.mqtt.ConnectionFailure.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps what runs as the table says, whoever changed it on whichever node: a thread of its own, {@code connections}, looks
 * every few seconds, with one small query. While the database is away everything runs on as it is. Starts after the
 * pipeline and stops before it.
 */
@Component
class ConnectionWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);

    private final ConnectionTable table;
    private final Plans plans;
    private final BrokerConnections brokers;
    private final KnownConnections known;
    private final Duration every;
    private final Semaphore wishes = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private @Nullable Mark seen;
    private Set<String> followed = Set.of();
    private boolean away;

    ConnectionWatch(
            ConnectionTable table,
            Plans plans,
            BrokerConnections brokers,
            KnownConnections known,
            ConnectionSettings settings) {
        this.table = table;
        this.plans = plans;
        this.brokers = brokers;
        this.known = known;
        this.every = settings.ingest().connectionsEvery();
    }

    /** Looks as soon as possible. Never blocks. */
    void look() {
        wishes.release();
    }

    @Override
    public int getPhase() {
        return 2;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("connections").start(this::watch);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
        look();
        var watching = thread;
        try {
            if (watching != null) watching.join(Duration.ofSeconds(6));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (running) {
                lookNow();
                if (wishes.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) wishes.drainPermits();
            }
        } catch (InterruptedException e) {
            log.debug("The watch over the connections was interrupted", e);
        }
    }

    private void lookNow() {
        try {
            var mark = table.mark();
            if (mark.equals(seen)) return;
            follow(table.list());
            seen = mark;
            away = false;
        } catch (RuntimeException e) {
            if (!away)
                log.warn("What connections there are to be is not known now ({}); they stay as they are", e.toString());
            log.debug("The failure", e);
            away = true;
        }
    }

    private void follow(List<StoredConnection> wanted) {
        known.know(wanted.stream().map(StoredConnection::connection).toList());
        var names = wanted.stream().map(StoredConnection::name).collect(Collectors.toSet());
        followed.stream().filter(name -> !names.contains(name)).forEach(name -> brokers.end(name, true));
        followed = names;
        wanted.forEach(this::follow);
    }

    private void follow(StoredConnection wanted) {
        if (!wanted.wish().enabled()) {
            brokers.end(wanted.name(), false);
            return;
        }
        var password = plans.password(wanted);
        var plan = plans.standing(wanted, password.orElse(""));
        if (password.isPresent()) brokers.run(plan);
        else
            brokers.hold(
                    plan,
                    new ConnectionFailure(
                            Cause.PASSWORD_UNREADABLE,
                            "its password was encrypted with another key, see cockpit.ingest.connection-key"));
    }
}
