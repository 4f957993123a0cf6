package city.cockpit.alerts;

import city.cockpit.alerts.Incident.Acknowledgement;
import city.cockpit.alerts.Incident.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of some incidents, to tell how they stood at a moment. Immutable. */
public record IncidentCourses(List<Incidents.Case> cases) {

    public static final IncidentCourses NONE = new IncidentCourses(List.of());

    public IncidentCourses {
        cases = List.copyOf(cases);
    }

    /** Those that were open then, as their courses tell; what was found later about a moment is told of it, too. */
    public List<Incident> openAt(Instant moment) {
        return cases.stream()
                .flatMap(one -> at(one, moment).stream())
                .filter(incident -> incident.state().isOpen())
                .toList();
    }

    private static Optional<Incident> at(Incidents.Case one, Instant moment) {
        var incident = one.incident();
        if (incident.raisedAt().isAfter(moment)) return Optional.empty();
        var then = new Incident(
                incident.id(),
                incident.rule(),
                incident.series(),
                incident.gateway(),
                incident.since(),
                incident.raisedAt(),
                Optional.empty(),
                incident.worst(),
                State.RAISED,
                Optional.empty(),
                Optional.empty(),
                incident.isMuted());
        for (var event : one.events()) if (!event.at().isAfter(moment)) then = after(then, event);
        return Optional.of(then);
    }

    private static Incident after(Incident before, IncidentEvent event) {
        return switch (event.kind()) {
            case RAISED, COMMENTED, MUTED, UNMUTED -> before;
            case ROSE -> with(before, State.RAISED, Optional.empty(), before.assignedTo());
            case RETURNED ->
                with(
                        before,
                        before.acknowledged().isPresent() ? State.ACKNOWLEDGED : State.RAISED,
                        before.acknowledged(),
                        before.assignedTo());
            case RESOLVED -> with(before, State.RESOLVED, before.acknowledged(), before.assignedTo());
            case WITHDRAWN -> with(before, State.WITHDRAWN, before.acknowledged(), before.assignedTo());
            case CLOSED -> with(before, State.CLOSED, before.acknowledged(), before.assignedTo());
            case ACKNOWLEDGED -> seen(before, event, before.assignedTo());
            case ASSIGNED -> seen(before, event, Optional.of(event.comment()).filter(name -> !name.isEmpty()));
        };
    }

    private static Incident seen(Incident before, IncidentEvent event, Optional<String> assignedTo) {
        var by = before.acknowledged().or(() -> event.actor().map(actor -> new Acknowledgement(actor, event.at())));
        return with(before, before.state().isOpen() ? State.ACKNOWLEDGED : before.state(), by, assignedTo);
    }

    private static Incident with(
            Incident one, State state, Optional<Acknowledgement> acknowledged, Optional<String> assignedTo) {
        return new Incident(
                one.id(),
                one.rule(),
                one.series(),
                one.gateway(),
                one.since(),
                one.raisedAt(),
                one.endedAt(),
                one.worst(),
                state,
                acknowledged,
                assignedTo,
                one.isMuted());
    }
}
