package city.cockpit.preview;

import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.kept.KeptMessage;
import city.cockpit.ingest.kept.Payload;
import city.cockpit.ingest.kept.Progress;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.ingest.kept.RejectedMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;

/** Refused messages that a test or a person sets by hand: groups of one kept message each. */
public final class PreviewRefusals implements RejectedMessages {

    private final List<Entry> entries = new ArrayList<>();
    private Progress outcome = new Progress(1, 1, 0, 0, true);
    private boolean away;
    private long ids;

    private record Entry(RefusalGroup group, KeptMessage newest) {}

    /** A group with its newest message; the number of the group is the answer. */
    public synchronized long add(
            RejectReason reason, String sender, String gist, String payload, Instant at, long messages, int kept) {
        var group = new RefusalGroup(
                ++ids,
                reason,
                sender,
                gist,
                at.minusSeconds(3_600),
                at,
                messages,
                messages,
                kept,
                "cockpit",
                "city/" + sender);
        var newest = new KeptMessage(
                new UUID(0, ids),
                at,
                "cockpit",
                "city/" + sender,
                1,
                false,
                new Payload(payload.getBytes(StandardCharsets.UTF_8)),
                gist);
        entries.addFirst(new Entry(group, newest));
        return ids;
    }

    /** What becomes of messages that are run again. */
    public synchronized void willEnd(Progress next) {
        outcome = next;
    }

    public synchronized void clear() {
        entries.clear();
        away = false;
        outcome = new Progress(1, 1, 0, 0, true);
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    @Override
    public synchronized List<RefusalGroup> listGroups() {
        if (away) throw new DataAccessResourceFailureException("the database is away");
        return entries.stream().map(Entry::group).toList();
    }

    @Override
    public synchronized Optional<KeptMessage> findNewest(long group) {
        if (away) throw new DataAccessResourceFailureException("the database is away");
        return entries.stream()
                .filter(entry -> entry.group().id() == group && entry.group().kept() > 0)
                .map(Entry::newest)
                .findFirst();
    }

    @Override
    public synchronized Supplier<Progress> runAgain(Selection selection, String by) {
        if (away) throw new DataAccessResourceFailureException("the database is away");
        var done = outcome;
        if (done.refused() == 0) remove(selection);
        return () -> done;
    }

    @Override
    public synchronized int delete(Selection selection, String by) {
        if (away) throw new DataAccessResourceFailureException("the database is away");
        return remove(selection);
    }

    private int remove(Selection selection) {
        var before = entries.size();
        entries.removeIf(entry -> switch (selection) {
            case Selection.One(var message) -> entry.newest().id().equals(message);
            case Selection.Group(var id) -> entry.group().id() == id;
            case Selection.Reason(var reason) -> entry.group().reason() == reason;
            case Selection.Sensor(var sensor) -> entry.group().isOf(sensor);
        });
        return before - entries.size();
    }
}
