package city.cockpit.alerts;

import static city.cockpit.csv.Cells.harmless;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.alerts.IncidentEvent.Kind;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.csv.Cells;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SeriesCatalog;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Incidents in the database. */
@Service
class StoredIncidents implements Incidents {

    private final IncidentTable table;
    private final SharedIncidents shared;
    private final AlertOutbox outbox;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final RuleWords words;

    StoredIncidents(
            IncidentTable table,
            SharedIncidents shared,
            AlertOutbox outbox,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock,
            ObservedProperties properties,
            SeriesCatalog catalog) {
        this.table = table;
        this.shared = shared;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.words = new RuleWords(Locale.ENGLISH, properties, catalog);
    }

    @Override
    public List<Incident> list(Wanted wanted) {
        return table.list(wanted.openOnly(), wanted.from(), MOST);
    }

    @Override
    public Optional<Case> find(long id) {
        return table.find(id).map(incident -> new Case(incident, table.listEvents(id)));
    }

    @Override
    public boolean acknowledge(long id, String by) {
        return did(
                id,
                by,
                Deed.INCIDENT_ACKNOWLEDGED,
                Kind.ACKNOWLEDGED,
                "",
                () -> table.acknowledge(id, by, clock.instant()));
    }

    @Override
    public boolean assign(long id, String to, String by) {
        check(to, LONGEST_NAME);
        return did(id, by, Deed.INCIDENT_ASSIGNED, Kind.ASSIGNED, to, () -> {
            var isOpen = table.assign(id, to);
            if (isOpen) table.acknowledge(id, by, clock.instant());
            return isOpen;
        });
    }

    @Override
    public boolean comment(long id, String comment, String by) {
        check(comment, IncidentEvent.LONGEST_COMMENT);
        if (comment.isBlank()) throw new IllegalArgumentException("a remark says something");
        return did(id, by, Deed.INCIDENT_COMMENTED, Kind.COMMENTED, comment, () -> table.touch(id));
    }

    @Override
    public boolean close(long id, String comment, String by) {
        check(comment, IncidentEvent.LONGEST_COMMENT);
        return did(id, by, Deed.INCIDENT_CLOSED, Kind.CLOSED, comment, () -> {
            var wasOpen = table.close(id);
            if (wasOpen) outbox.became(id, Kind.CLOSED, clock.instant());
            return wasOpen;
        });
    }

    private static void check(String text, int longest) {
        if (text.length() > longest) throw new IllegalArgumentException("more than %d characters".formatted(longest));
    }

    private boolean did(long id, String by, Deed deed, Kind kind, String comment, BooleanSupplier change) {
        var isDone = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!change.getAsBoolean()) return false;
            table.tell(id, clock.instant(), kind, Optional.of(by), comment);
            audit.record(
                    by,
                    deed,
                    String.valueOf(id),
                    comment.isEmpty() ? List.of() : List.of(new Change("comment", "", comment)));
            return true;
        }));
        if (isDone) shared.show(table.listOpenIncidents());
        return isDone;
    }

    @Override
    public void writeCsv(Wanted wanted, Predicate<Incident> narrowed, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, UTF_8);
        var rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        rows.writeRecord(
                "id",
                "rule",
                "severity",
                "what",
                "sites",
                "series",
                "since",
                "raised_at",
                "ended_at",
                "worst",
                "state",
                "acknowledged_by",
                "acknowledged_at",
                "assigned_to",
                "muted");
        var page = table.list(wanted.openOnly(), wanted.from(), MOST);
        while (!page.isEmpty()) {
            page.stream().filter(narrowed).forEach(incident -> write(incident, rows));
            page = page.size() < MOST
                    ? List.of()
                    : table.listAfter(page.getLast(), wanted.openOnly(), wanted.from(), MOST);
        }
        rows.flush();
        text.flush();
    }

    private void write(Incident incident, CsvWriter rows) {
        rows.writeRecord(
                String.valueOf(incident.id()),
                incident.rule().key(),
                incident.severity().name(),
                harmless(words.title(incident)),
                harmless(incident.sites().stream().map(site -> site.title()).collect(Collectors.joining("; "))),
                incident.series().stream().map(one -> one.id().value()).collect(Collectors.joining("; ")),
                incident.since().toString(),
                incident.raisedAt().toString(),
                incident.endedAt().map(Instant::toString).orElse(""),
                incident.worst().isPresent() ? Cells.number(incident.worst().getAsDouble()) : "",
                incident.state().name(),
                harmless(incident.acknowledged().map(one -> one.by()).orElse("")),
                incident.acknowledged().map(one -> one.at().toString()).orElse(""),
                harmless(incident.assignedTo().orElse("")),
                String.valueOf(incident.isMuted()));
    }
}
