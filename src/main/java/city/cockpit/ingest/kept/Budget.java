package city.cockpit.ingest.kept;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What may be written down within a minute, so that a flood costs little: a number of messages of each group, a number and
 * a size of all, and a number of groups that were not seen before. One for the inbox and one for the rest. One thread.
 */
final class Budget {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final KeptSettings settings;
    private final Map<GroupKey, Integer> kept = new HashMap<>();
    private final LinkedHashMap<GroupKey, Boolean> known = new LinkedHashMap<>(16, 0.75f, true);
    private Instant minute = Instant.EPOCH;
    private int messages;
    private long bytes;
    private int strangers;

    Budget(KeptSettings settings) {
        this.settings = settings;
    }

    /** To be told before each batch. */
    void at(Instant now) {
        if (now.isBefore(minute.plus(MINUTE)) && !now.isBefore(minute)) return;
        minute = now;
        messages = settings.perMinute();
        bytes = settings.size().toBytes() / 4;
        strangers = Math.max(1, settings.groups() / 4);
        kept.clear();
    }

    /** The group in which a refusal is counted: its own, or the one of the crowd when too many new ones appear. */
    GroupKey place(GroupKey key) {
        if (known.get(key) != null) return key;
        if (strangers == 0) return key.crowd();
        strangers--;
        known.put(key, true);
        if (known.size() > settings.groups()) known.remove(known.firstEntry().getKey());
        return key;
    }

    /** Takes room for a message of that group; false if there is none. The crowd has the room of one group. */
    boolean take(GroupKey key, int size) {
        if (messages == 0 || bytes < size) return false;
        if (kept.merge(key, 1, Integer::sum) > settings.perGroupAndMinute()) return false;
        messages--;
        bytes -= size;
        return true;
    }
}
