package city.cockpit.mqtt;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what comes by one connection, on the way of every message. Any thread. */
final class TrafficCounter {

    private static final int MOST_TOPICS = 20;

    private final LongAdder received = new LongAdder();
    private final LongAdder withoutPromise = new LongAdder();
    private final Set<String> topicsWithoutPromise = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant lastAt;

    void count(InboundMessage message) {
        received.increment();
        lastAt = message.arrivedAt();
        if (message.qos() > 0) return;
        withoutPromise.increment();
        if (topicsWithoutPromise.size() < MOST_TOPICS) topicsWithoutPromise.add(message.topic());
    }

    Traffic traffic() {
        return new Traffic(
                received.sum(),
                withoutPromise.sum(),
                Optional.ofNullable(lastAt),
                topicsWithoutPromise.stream().sorted().toList());
    }
}
