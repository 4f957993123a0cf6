package city.cockpit.access.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/** The sessions whose browsers talk to this node. Any thread. */
@Component
class HeldSessions {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<UUID, HeldSession> held = new ConcurrentHashMap<>();
    private final Queue<UUID> gone = new ConcurrentLinkedQueue<>();

    void add(HeldSession session) {
        held.put(session.id(), session);
    }

    /** The container has dropped the session: nobody came back for too long, or somebody ended it. */
    void remove(HeldSession session) {
        if (held.remove(session.id()) != null) gone.add(session.id());
    }

    List<HeldSession> list() {
        return List.copyOf(held.values());
    }

    /** Those that the container has dropped since the last call. */
    List<UUID> takeGone() {
        var taken = new ArrayList<UUID>();
        for (var id = gone.poll(); id != null; id = gone.poll()) taken.add(id);
        return taken;
    }

    /** Ends those that are held here, with their open pages. Returns when they have ended. */
    void close(Collection<UUID> ids) {
        for (var id : ids) {
            var session = held.get(id);
            if (session != null) closeApart(session);
        }
    }

    /** On a thread of its own, since the caller may be a page that holds the lock of its own browser's session. */
    private static void closeApart(HeldSession session) {
        try {
            var _ = Thread.ofPlatform()
                    .name("session-end")
                    .daemon()
                    .start(session::close)
                    .join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
