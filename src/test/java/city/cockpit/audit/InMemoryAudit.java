package city.cockpit.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;

/** An audit trail without a database. */
public final class InMemoryAudit implements AuditTrail, AuditSearch {

    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::at).thenComparingLong(Entry::number).reversed();

    private final InstantSource clock;
    private final List<Entry> entries = new ArrayList<>();
    private boolean away;

    public InMemoryAudit(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void record(String actor, Deed deed, String object, List<Change> changes) {
        add(new Entry(entries.size() + 1, clock.instant(), actor, deed, object, changes));
    }

    /** A line as it was written some time. */
    public synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** All lines, newest first. */
    public synchronized List<Entry> entries() {
        return entries.stream().sorted(NEWEST_FIRST).toList();
    }

    public synchronized void clear() {
        entries.clear();
        away = false;
    }

    /** From now on the database does not answer. */
    public synchronized void goAway() {
        away = true;
    }

    @Override
    public synchronized List<Entry> listEntries(AuditFilter filter, Optional<Entry> olderThan, int limit) {
        if (away) throw new DataAccessResourceFailureException("the database is away");
        return entries().stream()
                .filter(entry -> olderThan
                        .map(last -> NEWEST_FIRST.compare(entry, last) > 0)
                        .orElse(true))
                .filter(entry -> matches(filter, entry))
                .limit(limit)
                .toList();
    }

    @Override
    public void export(AuditFilter filter, String by, OutputStream out) throws IOException {
        record(by, Deed.AUDIT_EXPORTED, "");
        var csv = new AuditCsv(out);
        listEntries(filter, Optional.empty(), Integer.MAX_VALUE).forEach(csv::write);
        csv.flush();
    }

    private static boolean matches(AuditFilter filter, Entry entry) {
        return holds(entry.actor(), filter.actor())
                && holds(entry.object(), filter.object())
                && filter.deed().map(entry.deed()::equals).orElse(true)
                && filter.from().map(from -> !entry.at().isBefore(from)).orElse(true)
                && filter.to().map(entry.at()::isBefore).orElse(true)
                && (holds(entry.actor(), filter.text())
                        || holds(entry.object(), filter.text())
                        || entry.changes().stream()
                                .anyMatch(change ->
                                        holds(change.before(), filter.text()) || holds(change.after(), filter.text())));
    }

    private static boolean holds(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
