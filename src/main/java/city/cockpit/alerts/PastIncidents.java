package city.cockpit.alerts;

import city.cockpit.measurement.Interval;
import jakarta.annotation.security.RolesAllowed;

/** The incidents of the city at moments that are past, for those who run it. */
public interface PastIncidents {

    String STRATEGY_EDITOR = "STRATEGY_EDITOR";

    /**
     * The incidents that were open at any moment of the span. Blocks for two queries.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    @RolesAllowed({Incidents.ADMINISTRATOR, Incidents.STAFF, Incidents.TECHNICIAN, STRATEGY_EDITOR})
    IncidentCourses during(Interval span);
}
