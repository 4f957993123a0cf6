package city.cockpit.ingest;

import city.cockpit.mqtt.InboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages that wait for the writer, in their order. Half of the places and half of the memory are open to messages of
 * QoS 0. Those of QoS 1 find a place as long as the broker keeps to what it may send unacknowledged, and memory unless
 * they are large. Any thread enters, one takes.
 */
final class WaitingRoom {

    private static final int AT_ONCE = 50;

    /** If less than that waits, messages are no burden together. */
    private static final long SMALL = 1 << 20;

    private final BlockingQueue<InboundMessage> messages;
    private final AtomicLong bytes = new AtomicLong();
    private final int places;
    private final long memory;

    WaitingRoom(int places, long memory) {
        this.messages = new ArrayBlockingQueue<>(places);
        this.places = places;
        this.memory = memory;
    }

    /**
     * Never blocks; false if there is no room. Messages of a lost connection give up theirs, they come again. Who is alone
     * finds room whatever his size.
     */
    boolean enter(InboundMessage message) {
        if (message.qos() == 0 && (messages.size() >= places / 2 || isMoreThan(memory / 2, message))) return false;
        if (offer(message)) return true;
        messages.removeIf(this::leaveIfStale);
        return offer(message);
    }

    private boolean isMoreThan(long limit, InboundMessage message) {
        return bytes.get() + size(message) > limit;
    }

    private boolean offer(InboundMessage message) {
        if (isMoreThan(memory, message) && !messages.isEmpty()) return false;
        if (!messages.offer(message)) return false;
        bytes.addAndGet(size(message));
        return true;
    }

    private boolean leaveIfStale(InboundMessage message) {
        if (!message.isStale()) return false;
        bytes.addAndGet(-size(message));
        return true;
    }

    /**
     * The first messages, so many at most and few enough to be held besides; none if none came within the time. Asking for
     * each one costs more than it looks, since three threads meet here.
     */
    List<InboundMessage> next(int most, long nanos) throws InterruptedException {
        var first = messages.poll(nanos, TimeUnit.NANOSECONDS);
        if (first == null) return List.of();
        var taken = new ArrayList<InboundMessage>(AT_ONCE);
        taken.add(first);
        if (bytes.get() < SMALL) messages.drainTo(taken, Math.min(most, AT_ONCE) - 1);
        for (var message : taken) bytes.addAndGet(-size(message));
        return taken;
    }

    int size() {
        return messages.size();
    }

    private static long size(InboundMessage message) {
        return message.payload().length;
    }
}
