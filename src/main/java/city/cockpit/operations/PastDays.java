package city.cockpit.operations;

import city.cockpit.alerts.IncidentCourses;
import city.cockpit.alerts.PastIncidents;
import city.cockpit.live.PastCity;
import city.cockpit.live.PastDay;
import city.cockpit.measurement.Interval;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what the day player plays, while the page goes on. */
@Component
class PastDays {

    private final PastCity city;
    private final PastIncidents incidents;
    private final Background background;

    PastDays(PastCity city, PastIncidents incidents, Background background) {
        this.city = city;
        this.incidents = incidents;
        this.background = background;
    }

    /**
     * A day with its incidents.
     *
     * @param wanted the moment somebody asked for, which may lie outside
     * @param first the first day of which anything is known
     */
    record Played(PastDay day, IncidentCourses incidents, Instant wanted, Optional<LocalDate> first) {

        /** The last moment that is not after the one asked for; empty if there is none. */
        Optional<Instant> moment(Instant asked) {
            return day.moments().stream()
                    .filter(moment -> !moment.isAfter(asked))
                    .reduce((one, next) -> next)
                    .or(() -> day.moments().stream().findFirst());
        }
    }

    /** Returns at once; the answer comes later. */
    void ask(Instant wanted, ZoneId zone, ValueSignal<Answer<Played>> answer) {
        background.ask(() -> read(wanted, zone), answer);
    }

    private Played read(Instant wanted, ZoneId zone) {
        var first = city.firstDay();
        var asked = wanted.atZone(zone).toLocalDate();
        var day = city.day(first.filter(asked::isBefore).orElse(asked));
        var courses = day.moments().isEmpty()
                ? IncidentCourses.NONE
                : incidents.during(new Interval(
                        day.moments().getFirst(), day.moments().getLast().plus(Duration.ofMinutes(1))));
        return new Played(day, courses, wanted, first);
    }
}
