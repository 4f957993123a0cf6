package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Incident.State;
import city.cockpit.alerts.IncidentEvent.Kind;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentCoursesTests {

    private static final Instant NOON = Instant.parse("2026-06-21T10:00:00Z");

    private final List<IncidentEvent> events = new ArrayList<>();

    @Test
    void itIsOpenFromItsBeginUntilItIsOver() {
        happens(0, Kind.RAISED).happens(60, Kind.RESOLVED);
        assertThat(openAt(-1)).isEmpty();
        assertThat(openAt(0)).extracting(Incident::state).containsExactly(State.RAISED);
        assertThat(openAt(59)).hasSize(1);
        assertThat(openAt(60)).isEmpty();
    }

    @Test
    void whoHadSeenItIsToldFromThenOn() {
        happens(0, Kind.RAISED).happens(10, Kind.ACKNOWLEDGED).happens(20, Kind.ASSIGNED, "otto");
        assertThat(openAt(9).getFirst().acknowledged()).isEmpty();
        assertThat(openAt(10).getFirst().acknowledged().orElseThrow().by()).isEqualTo("anna");
        assertThat(openAt(15).getFirst().assignedTo()).isEmpty();
        assertThat(openAt(20).getFirst().assignedTo()).contains("otto");
        assertThat(openAt(20).getFirst().state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void whoeverTakesItHasSeenIt() {
        happens(0, Kind.RAISED).happens(10, Kind.ASSIGNED, "otto");
        assertThat(openAt(10).getFirst().state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void whatWasOverAndCameBackIsOpenAgain() {
        happens(0, Kind.RAISED)
                .happens(30, Kind.RESOLVED)
                .happens(50, Kind.RETURNED)
                .happens(70, Kind.CLOSED);
        assertThat(openAt(40)).isEmpty();
        assertThat(openAt(50)).hasSize(1);
        assertThat(openAt(70)).isEmpty();
    }

    private IncidentCoursesTests happens(int minute, Kind kind) {
        return happens(minute, kind, "");
    }

    private IncidentCoursesTests happens(int minute, Kind kind, String comment) {
        events.add(new IncidentEvent(at(minute), kind, Optional.of("anna"), comment));
        return this;
    }

    private List<Incident> openAt(int minute) {
        var rule = new Rule(
                "loud",
                Scope.of("laeq"),
                new Condition.Beyond(Comparison.ABOVE, new Bound.Fixed(60), Averaging.HOUR, Duration.ZERO, 2),
                true,
                Severity.ALARM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                1);
        var incident = new Incident(
                1,
                rule,
                List.of(),
                Optional.empty(),
                at(-10),
                at(0),
                Optional.of(at(60)),
                OptionalDouble.empty(),
                State.CLOSED,
                Optional.empty(),
                Optional.empty(),
                false);
        return new IncidentCourses(List.of(new Incidents.Case(incident, events))).openAt(at(minute));
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
