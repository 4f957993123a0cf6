package city.cockpit.alerts;

import city.cockpit.alerts.Incidents.Case;
import city.cockpit.measurement.Interval;
import java.util.List;
import org.springframework.stereotype.Service;

/** The past of the incidents in the database. */
@Service
class StoredPastIncidents implements PastIncidents {

    private final IncidentTable table;

    StoredPastIncidents(IncidentTable table) {
        this.table = table;
    }

    @Override
    public IncidentCourses during(Interval span) {
        var incidents = table.listDuring(span);
        var events = table.listEvents(incidents.stream().map(Incident::id).toList());
        return new IncidentCourses(incidents.stream()
                .map(incident -> new Case(incident, events.getOrDefault(incident.id(), List.of())))
                .toList());
    }
}
