package city.cockpit.nodes;

import city.cockpit.live.LiveCity;
import city.cockpit.live.SharedCity;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.mqtt.BrokerConnections;
import city.cockpit.mqtt.BrokerDetails;
import city.cockpit.mqtt.Exchange;
import city.cockpit.mqtt.MessageHandler;
import city.cockpit.nodes.NodeTable.Node;
import city.cockpit.registry.SensorStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The life of this node among others, where a broker outside this process is shared with them. Starts before the broker
 * connections and ends after them, so that nobody fetches messages in its name meanwhile.
 */
@Component
@ConditionalOnProperty("cockpit.mqtt.broker")
class Nodes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Nodes.class);
    private static final Duration TELL = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Exchange exchange;
    private final Neighbours neighbours;
    private final Leaves leaves;
    private final Presence presence;
    private volatile boolean alone;
    private volatile @Nullable ScheduledExecutorService teller;
    private volatile @Nullable ScheduledExecutorService watcher;

    Nodes(
            JdbcClient sql,
            Exchange exchange,
            BrokerConnections connections,
            BrokerDetails broker,
            MessageHandler handler,
            SharedCity shared,
            LiveCity city,
            SeriesCatalog catalog,
            SensorStatus sensors,
            NodesSettings settings,
            KnownNodes known,
            InstantSource clock) {
        this.exchange = exchange;
        var table = new NodeTable(sql);
        var topics = String.join(Node.BETWEEN, handler.topicFilters());
        var me = new Node(connections.own().clientId(), topics);
        var gaps = new Gaps(QUIET.toNanos(), LONGEST.toNanos(), System::nanoTime);
        var seal = new Seal(table.secret());
        neighbours = new Neighbours(me.life(), shared, city, catalog, exchange, seal, gaps, clock);
        leaves = new Leaves(sensors, city, shared);
        var watch = new Watch(me.life(), settings.silence().toNanos(), System::nanoTime);
        presence = new Presence(
                me,
                table,
                watch,
                absent -> new Estate(absent, broker, topics, connections, System::nanoTime),
                neighbours::missed,
                known::saw);
        shared.onStored(this::stored);
    }

    private void stored(Collection<Reading> readings) {
        if (!alone) neighbours.stored(readings);
    }

    @Override
    public int getPhase() {
        return -10;
    }

    @Override
    public void start() {
        presence.begin();
        exchange.open(Neighbours.TOPICS, neighbours);
        teller = repeat("nodes-teller", TELL, this::tell);
        watcher = repeat("nodes-watcher", LOOK, this::look);
    }

    private static ScheduledExecutorService repeat(String name, Duration pause, Runnable work) {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        var _ = thread.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return thread;
    }

    /** A scheduled task that throws would never run again. */
    private void tell() {
        try {
            if (!alone) neighbours.tell();
        } catch (RuntimeException e) {
            log.error("The other nodes could not be told what this one has stored", e);
        }
    }

    private void look() {
        try {
            alone = !presence.look();
            if (alone) return;
            leaves.refresh();
            neighbours.catchUp();
        } catch (DataAccessException e) {
            // The pipeline tells that the database is away.
            log.debug("The database does not say who is there", e);
            neighbours.missed();
        } catch (RuntimeException e) {
            log.error("The other nodes could not be looked after", e);
        }
    }

    @Override
    public void stop() {
        end(teller);
        end(watcher);
        teller = null;
        exchange.close();
        try {
            presence.end();
        } catch (DataAccessException e) {
            log.debug("The other nodes were not told that this one ends", e);
        }
    }

    private static void end(@Nullable ScheduledExecutorService thread) {
        if (thread != null) thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return teller != null;
    }
}
