package city.cockpit.nodes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Notices which bulletins are missing, by their numbers and never by anybody's clock, and says when to look into history
 * instead: soon after the last gap, and while gaps go on from time to time. Any thread.
 */
final class Gaps {

    private static final int MOST_SENDERS = 100;

    private final long quietNanos;
    private final long longestNanos;
    private final LongSupplier nanoTime;
    private final Map<UUID, Long> lastNumbers = new LinkedHashMap<>();
    private boolean open;
    private long firstAt;
    private long lastAt;

    /**
     * @param quietNanos without another gap before history is asked
     * @param longestNanos before it is asked although gaps go on
     */
    Gaps(long quietNanos, long longestNanos, LongSupplier nanoTime) {
        this.quietNanos = quietNanos;
        this.longestNanos = longestNanos;
        this.nanoTime = nanoTime;
    }

    /** Whether the bulletin is a new one: an old one that somebody sends again is not. */
    synchronized boolean isNew(UUID sender, long number, boolean incomplete) {
        var last = lastNumbers.get(sender);
        if (last != null && number <= last) return false;
        // The sender heard least recently goes first.
        lastNumbers.remove(sender);
        lastNumbers.put(sender, number);
        if (lastNumbers.size() > MOST_SENDERS)
            lastNumbers.remove(lastNumbers.keySet().iterator().next());
        // Whoever speaks for the first time may have stored something before.
        if (last == null || incomplete || number > last + 1) missed();
        return true;
    }

    /** Something was missed. */
    synchronized void missed() {
        lastAt = nanoTime.getAsLong();
        if (!open) firstAt = lastAt;
        open = true;
    }

    /** Whether it is time to ask history; if so, the gap counts as closed. */
    synchronized boolean isDue() {
        var now = nanoTime.getAsLong();
        if (!open || (now - lastAt < quietNanos && now - firstAt < longestNanos)) return false;
        open = false;
        return true;
    }
}
