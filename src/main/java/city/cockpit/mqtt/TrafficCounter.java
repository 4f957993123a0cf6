package city.cockpit.mqtt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts what comes by one connection, on the way of every message. Any thread. */
final class TrafficCounter {

    private static final int MOST_TOPICS = 20;
    private static final int SLICES = 6;
    private static final long SLICE_SECONDS = 10;

    private final InstantSource clock;
    private final long[] slices = new long[SLICES];
    private final Set<String> topicsWithoutPromise = new TreeSet<>();
    private long slice;
    private long received;
    private long withoutPromise;
    private @Nullable Instant lastAt;

    TrafficCounter(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void count(InboundMessage message) {
        received++;
        lastAt = message.arrivedAt();
        moveTo(message.arrivedAt());
        slices[(int) (slice % SLICES)]++;
        if (message.qos() > 0) return;
        withoutPromise++;
        if (topicsWithoutPromise.size() < MOST_TOPICS) topicsWithoutPromise.add(message.topic());
    }

    /** Empties the slices of time that have passed since the last message. */
    private void moveTo(Instant now) {
        var next = now.getEpochSecond() / SLICE_SECONDS;
        for (var empty = Math.max(slice + 1, next - SLICES + 1); empty <= next; empty++)
            slices[(int) (empty % SLICES)] = 0;
        slice = Math.max(slice, next);
    }

    synchronized Traffic traffic() {
        moveTo(clock.instant());
        var lastMinute = 0L;
        for (var one : slices) lastMinute += one;
        return new Traffic(
                received,
                lastMinute,
                withoutPromise,
                Optional.ofNullable(lastAt),
                topicsWithoutPromise.stream().toList());
    }
}
