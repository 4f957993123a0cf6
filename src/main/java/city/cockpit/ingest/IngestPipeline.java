package city.cockpit.ingest;

import city.cockpit.history.ReadingStore;
import city.cockpit.live.LiveCity;
import city.cockpit.mqtt.InboundMessage;
import city.cockpit.mqtt.MessageHandler;
import city.cockpit.registry.SensorStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The way of every message: a bounded queue, then two threads. {@code ingest-reader} interprets, {@code ingest-writer}
 * stores and acknowledges in batches, in the order of arrival; the next batch fills while one is written. Starts after
 * the broker connection and stops before it, so that what is stored is also acknowledged; what still waits then is left
 * to the broker.
 */
@Component
class IngestPipeline implements MessageHandler, Intake, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IngestPipeline.class);
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final IngestSettings settings;
    private final Interpreter interpreter;
    private final Committer committer;
    private final IngestLedger ledger;
    private final WaitingRoom waiting;
    private final NextBatch next;
    private final Pace pace;
    private final Persistence database;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread reader;
    private volatile @Nullable Thread writer;

    IngestPipeline(
            IngestSettings settings,
            Interpreter interpreter,
            ReadingStore history,
            RejectedMessageStore rejectedMessages,
            SensorStatus sensors,
            LiveCity city,
            IngestLedger ledger,
            List<DeviceWatch> watches,
            InstantSource clock) {
        this.settings = settings;
        this.interpreter = interpreter;
        this.ledger = ledger;
        pace = new Pace(clock);
        waiting = new WaitingRoom(settings.queue(), settings.queueMemory().toBytes());
        next = new NextBatch(settings.batchSize(), settings.linger());
        database = new Persistence(settings.retryAtMost(), stop, clock);
        committer = new Committer(history, rejectedMessages, sensors, city, ledger, database, watches);
    }

    @Override
    public List<String> topicFilters() {
        return settings.topicFilter();
    }

    @Override
    public int room() {
        return settings.queue() / 2;
    }

    @Override
    public boolean handle(InboundMessage message) {
        if (isStopping()) return true;
        var entered = waiting.enter(message);
        if (entered || message.qos() > 0) return entered;
        ledger.turnedAway(RejectReason.OVERFLOW);
        return true;
    }

    /** Messages that wait to be interpreted. */
    int waiting() {
        return waiting.size();
    }

    Pace pace() {
        return pace;
    }

    @Override
    public long largest() {
        return settings.maxPayload().toBytes();
    }

    @Override
    public void turnedAway(RejectReason reason) {
        ledger.turnedAway(reason);
    }

    @Override
    public Optional<Instant> databaseAwaySince() {
        return database.awaySince();
    }

    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public void start() {
        committer.restore();
        reader = Thread.ofPlatform().name("ingest-reader").start(this::read);
        writer = Thread.ofPlatform().name("ingest-writer").start(this::write);
    }

    @Override
    public boolean isRunning() {
        var thread = writer;
        return thread != null && thread.isAlive();
    }

    /** Waits a few seconds for what is under way. */
    @Override
    public void stop() {
        stop.countDown();
        next.close();
        try {
            for (var thread : new Thread[] {reader, writer}) if (thread != null) thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void read() {
        try {
            for (var room = next.awaitRoom(); room > 0; room = next.awaitRoom()) {
                var messages = waiting.next(room, IDLE.toNanos());
                if (messages.isEmpty()) continue;
                var interpreted = messages.stream().map(interpreter::interpret).toList();
                ledger.received(
                        interpreted.stream().mapToInt(Interpreted::count).sum());
                next.add(interpreted);
            }
        } catch (InterruptedException e) {
            log.debug("Stopped while waiting for messages", e);
        }
    }

    private void write() {
        while (true) {
            try {
                var batch = next.take();
                if (batch.isEmpty()) return;
                var begin = System.nanoTime();
                committer.commit(batch);
                pace.written(batch, Duration.ofNanos(System.nanoTime() - begin));
            } catch (InterruptedException e) {
                log.debug("Stopped with readings under way; the broker delivers them again", e);
                return;
            } catch (RuntimeException e) {
                log.error("A batch was not written because of a defect; its messages stay unacknowledged", e);
            }
        }
    }
}
