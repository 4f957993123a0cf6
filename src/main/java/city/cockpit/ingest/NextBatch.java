package city.cockpit.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The batch that fills while the one before it is written, so memory holds two at most. It is ripe when it is full or
 * its first message has lingered. One thread fills, one takes.
 */
final class NextBatch {

    /** So many readings fill a batch as well, for each message it may hold. */
    private static final int USUAL_READINGS = 10;

    /** A batch of such a size is full as well; few messages are that large. */
    private static final long MOST_BYTES = 8L << 20;

    private final int full;
    private final long linger;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<Interpreted> messages = new ArrayList<>();
    private int readings;
    private long bytes;
    private long since;
    private boolean closed;

    NextBatch(int full, Duration linger) {
        this.full = full;
        this.linger = linger.toNanos();
    }

    /** Waits until there is room; for how many messages, 0 when nothing is taken any more. */
    int awaitRoom() throws InterruptedException {
        lock.lock();
        try {
            while (isFull() && !closed) changed.await();
            return closed ? 0 : full - messages.size();
        } finally {
            lock.unlock();
        }
    }

    /** Adds messages, at least one and no more than there is room for; their readings may exceed the size. */
    void add(List<Interpreted> more) {
        lock.lock();
        try {
            var isFirst = messages.isEmpty();
            if (isFirst) since = System.nanoTime();
            for (var message : more) {
                messages.add(message);
                readings += message.count();
                bytes += message.message().payload().length;
            }
            if (isFirst || isFull()) changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a ripe batch; after the end what there is, and then nothing. */
    List<Interpreted> take() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && !isFull()) {
                if (messages.isEmpty()) changed.await();
                else {
                    var rest = since + linger - System.nanoTime();
                    if (rest <= 0 || !changed.await(rest, TimeUnit.NANOSECONDS)) break;
                }
            }
            var batch = messages;
            messages = new ArrayList<>(batch.size());
            readings = 0;
            bytes = 0;
            changed.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits for room or for ripeness any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return messages.size() >= full || readings >= full * USUAL_READINGS || bytes >= MOST_BYTES;
    }
}
