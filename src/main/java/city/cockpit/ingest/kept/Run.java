package city.cockpit.ingest.kept;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Some kept messages that are run again. Any thread may ask how far it has got. */
final class Run {

    private final List<UUID> messages;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private volatile boolean ended;

    Run(List<UUID> messages) {
        this.messages = List.copyOf(messages);
    }

    List<UUID> messages() {
        return messages;
    }

    void add(int alsoTaken, int alsoRefused, int alsoLeft) {
        taken.addAndGet(alsoTaken);
        refused.addAndGet(alsoRefused);
        left.addAndGet(alsoLeft);
    }

    void end() {
        ended = true;
    }

    Progress progress() {
        var over = ended;
        return new Progress(messages.size(), taken.get(), refused.get(), left.get(), over);
    }
}
