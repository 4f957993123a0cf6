package city.cockpit.preview;

import city.cockpit.alerts.Condition;
import city.cockpit.alerts.Incident;
import city.cockpit.alerts.Incident.Acknowledgement;
import city.cockpit.alerts.Incident.State;
import city.cockpit.alerts.IncidentCourses;
import city.cockpit.alerts.IncidentEvent;
import city.cockpit.alerts.IncidentPicture;
import city.cockpit.alerts.Incidents;
import city.cockpit.alerts.OpenIncidents;
import city.cockpit.alerts.PastIncidents;
import city.cockpit.alerts.Rule;
import city.cockpit.alerts.Scope;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Incidents that a test or a person makes by hand. */
public final class PreviewIncidents implements OpenIncidents, Incidents, PastIncidents {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");

    private final Map<Long, Case> cases = new LinkedHashMap<>();
    private final List<Consumer<IncidentPicture>> listeners = new CopyOnWriteArrayList<>();
    private volatile IncidentPicture picture = new IncidentPicture(0, NOON, List.of());
    private long last;

    /** The series break a rule. */
    public synchronized long raise(
            Severity severity, Condition condition, Instant raisedAt, OptionalDouble worst, Series... series) {
        last++;
        var rule = new Rule(
                "rule-" + last,
                Scope.of(series[0].property().key()),
                condition,
                true,
                severity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                1);
        var incident = new Incident(
                last,
                rule,
                List.of(series),
                Optional.empty(),
                raisedAt,
                raisedAt,
                Optional.empty(),
                worst,
                State.RAISED,
                Optional.empty(),
                Optional.empty(),
                false);
        cases.put(
                last,
                new Case(
                        incident,
                        List.of(new IncidentEvent(raisedAt, IncidentEvent.Kind.RAISED, Optional.empty(), ""))));
        publish();
        return last;
    }

    /** It is over by itself. */
    public synchronized void end(long id, Instant at) {
        change(id, one -> with(one, State.RESOLVED, one.acknowledged(), one.assignedTo(), Optional.of(at)));
        tell(id, IncidentEvent.Kind.RESOLVED, Optional.empty(), "");
        publish();
    }

    /** Somebody works there. */
    public synchronized void mute(long id) {
        change(
                id,
                one -> new Incident(
                        one.id(),
                        one.rule(),
                        one.series(),
                        one.gateway(),
                        one.since(),
                        one.raisedAt(),
                        one.endedAt(),
                        one.worst(),
                        one.state(),
                        one.acknowledged(),
                        one.assignedTo(),
                        true));
        tell(id, IncidentEvent.Kind.MUTED, Optional.empty(), "");
        publish();
    }

    public synchronized void clear() {
        cases.clear();
        publish();
    }

    private void publish() {
        var open = cases.values().stream()
                .map(Case::incident)
                .filter(incident -> incident.state().isOpen())
                .toList();
        picture = new IncidentPicture(picture.version() + 1, NOON, open);
        for (var listener : listeners) listener.accept(picture);
    }

    private void change(long id, UnaryOperator<Incident> change) {
        cases.computeIfPresent(id, (key, one) -> new Case(change.apply(one.incident()), one.events()));
    }

    private void tell(long id, IncidentEvent.Kind kind, Optional<String> by, String comment) {
        cases.computeIfPresent(id, (key, one) -> {
            var events = new ArrayList<>(one.events());
            events.add(new IncidentEvent(NOON, kind, by, comment));
            return new Case(one.incident(), events);
        });
    }

    private static Incident with(
            Incident one,
            State state,
            Optional<Acknowledgement> acknowledged,
            Optional<String> assignedTo,
            Optional<Instant> endedAt) {
        return new Incident(
                one.id(),
                one.rule(),
                one.series(),
                one.gateway(),
                one.since(),
                one.raisedAt(),
                endedAt,
                one.worst(),
                state,
                acknowledged,
                assignedTo,
                one.isMuted());
    }

    @Override
    public IncidentPicture picture() {
        return picture;
    }

    @Override
    public Runnable subscribe(Consumer<IncidentPicture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized List<Incident> list(Wanted wanted) {
        return cases.values().stream()
                .map(Case::incident)
                .filter(incident -> !wanted.openOnly() || incident.state().isOpen())
                .toList()
                .reversed();
    }

    @Override
    public synchronized Optional<Case> find(long id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public synchronized IncidentCourses during(Interval span) {
        return new IncidentCourses(List.copyOf(cases.values()));
    }

    private boolean isOpen(long id) {
        return find(id).filter(one -> one.incident().state().isOpen()).isPresent();
    }

    @Override
    public synchronized boolean acknowledge(long id, String by) {
        if (find(id).filter(one -> one.incident().state() == State.RAISED).isEmpty()) return false;
        change(
                id,
                one -> with(
                        one,
                        State.ACKNOWLEDGED,
                        Optional.of(new Acknowledgement(by, NOON)),
                        one.assignedTo(),
                        one.endedAt()));
        tell(id, IncidentEvent.Kind.ACKNOWLEDGED, Optional.of(by), "");
        publish();
        return true;
    }

    @Override
    public synchronized boolean assign(long id, String to, String by) {
        if (!isOpen(id)) return false;
        change(
                id,
                one -> with(
                        one,
                        State.ACKNOWLEDGED,
                        one.acknowledged().or(() -> Optional.of(new Acknowledgement(by, NOON))),
                        Optional.of(to),
                        one.endedAt()));
        tell(id, IncidentEvent.Kind.ASSIGNED, Optional.of(by), to);
        publish();
        return true;
    }

    @Override
    public synchronized boolean comment(long id, String comment, String by) {
        tell(id, IncidentEvent.Kind.COMMENTED, Optional.of(by), comment);
        publish();
        return cases.containsKey(id);
    }

    @Override
    public synchronized boolean close(long id, String comment, String by) {
        if (!isOpen(id)) return false;
        change(id, one -> with(one, State.CLOSED, one.acknowledged(), one.assignedTo(), one.endedAt()));
        tell(id, IncidentEvent.Kind.CLOSED, Optional.of(by), comment);
        publish();
        return true;
    }

    @Override
    public void writeCsv(Wanted wanted, Predicate<Incident> narrowed, OutputStream out) throws IOException {
        out.write(("id\r\n"
                        + list(wanted).stream()
                                .filter(narrowed)
                                .map(incident -> incident.id() + "\r\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8));
    }
}
