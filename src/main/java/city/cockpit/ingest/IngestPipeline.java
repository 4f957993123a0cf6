package city.cockpit.ingest;

import city.cockpit.history.ReadingStore;
import city.cockpit.live.LiveCity;
import city.cockpit.mqtt.InboundMessage;
import city.cockpit.mqtt.MessageHandler;
import city.cockpit.registry.SensorStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The way of every message: a bounded queue, then one thread, {@code ingest-writer}, that interprets, stores and
 * acknowledges in batches. Starts after the broker connection and stops before it, so that what is stored is also
 * acknowledged; what still waits then is left to the broker.
 */
@Component
class IngestPipeline implements MessageHandler, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IngestPipeline.class);
    private static final Duration IDLE = Duration.ofMillis(50);

    private final IngestSettings settings;
    private final Interpreter interpreter;
    private final Committer committer;
    private final IngestLedger ledger;
    private final WaitingRoom waiting;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread writer;

    IngestPipeline(
            IngestSettings settings,
            Interpreter interpreter,
            ReadingStore history,
            RejectedMessageStore rejectedMessages,
            SensorStatus sensors,
            LiveCity city,
            IngestLedger ledger) {
        this.settings = settings;
        this.interpreter = interpreter;
        this.ledger = ledger;
        waiting = new WaitingRoom(settings.queue(), settings.queueMemory().toBytes());
        var database = new Persistence(settings.retryAtMost(), stop);
        committer = new Committer(history, rejectedMessages, sensors, city, ledger, database);
    }

    @Override
    public String topicFilter() {
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

    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public void start() {
        committer.restore();
        writer = Thread.ofPlatform().name("ingest-writer").start(this::write);
    }

    @Override
    public boolean isRunning() {
        var thread = writer;
        return thread != null && thread.isAlive();
    }

    /** Waits a few seconds for the batch under way. */
    @Override
    public void stop() {
        stop.countDown();
        var thread = writer;
        try {
            if (thread != null) thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void write() {
        while (!isStopping()) {
            try {
                var batch = nextBatch();
                if (!batch.isEmpty()) committer.commit(batch);
            } catch (InterruptedException e) {
                log.debug("Stopped with readings under way; the broker delivers them again", e);
            } catch (RuntimeException e) {
                log.error("A batch was not written because of a defect; its messages stay unacknowledged", e);
            }
        }
    }

    /** Waits for a first message, then until the batch is full or has lingered; empty when nothing came. */
    private List<Interpreted> nextBatch() throws InterruptedException {
        var batch = new ArrayList<Interpreted>();
        var next = waiting.next(IDLE.toNanos());
        var deadline = System.nanoTime() + settings.linger().toNanos();
        var readings = 0;
        while (next != null) {
            var interpreted = interpreter.interpret(next);
            ledger.received(interpreted.count());
            batch.add(interpreted);
            readings += Math.max(1, interpreted.count());
            next = readings < settings.batchSize() && !isStopping() ? waiting.next(deadline - System.nanoTime()) : null;
        }
        return batch;
    }
}
