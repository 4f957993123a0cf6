package city.cockpit.mqtt;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges messages of QoS 1 on the connection they came by: all that have come together in one write. Paho makes a
 * packet, a token and a write of each, which costs as much as receiving the message. See decision record 0026.
 */
final class Acknowledgements {

    private static final Logger log = LoggerFactory.getLogger(Acknowledgements.class);
    private static final int PUBACK = 0x40;
    private static final int BYTES = 4;
    private static final int ROOM = 2_000 * BYTES;

    private final PacketSocket socket;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread writer;
    private byte[] waiting = new byte[ROOM];
    private byte[] writing = new byte[ROOM];
    private int length;
    private boolean open = true;

    Acknowledgements(PacketSocket socket) {
        this.socket = socket;
        writer = Thread.ofPlatform().name("mqtt-acknowledger").start(this::write);
    }

    /** Never blocks; does nothing after the end. */
    void add(int messageId) {
        lock.lock();
        try {
            if (!open) return;
            if (length == waiting.length) waiting = Arrays.copyOf(waiting, 2 * length);
            if (length == 0) changed.signal();
            waiting[length++] = (byte) PUBACK;
            waiting[length++] = 2;
            waiting[length++] = (byte) (messageId >> 8);
            waiting[length++] = (byte) messageId;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what was given is still written, if the connection stands. Never blocks. */
    void end() {
        lock.lock();
        try {
            open = false;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until what was given is written, for so long at most. */
    void awaitEnd(Duration longest) {
        try {
            writer.join(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            for (var count = next(); count > 0; count = next()) socket.send(writing, count);
        } catch (IOException e) {
            log.debug("Acknowledgements found no connection; the broker will deliver the messages again", e);
            end();
        } catch (InterruptedException e) {
            log.debug("Acknowledgements were interrupted", e);
        }
    }

    /** Waits for some and takes them; 0 at the end. */
    private int next() throws InterruptedException {
        lock.lock();
        try {
            while (length == 0 && open) changed.await();
            var taken = waiting;
            waiting = writing;
            writing = taken;
            var count = length;
            length = 0;
            return count;
        } finally {
            lock.unlock();
        }
    }
}
