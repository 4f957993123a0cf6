package city.cockpit.operations;

import city.cockpit.alerts.IncidentCourses;
import city.cockpit.alerts.IncidentPicture;
import city.cockpit.live.CityPicture;
import city.cockpit.live.PastDay;
import java.time.Instant;

/** The city and its incidents at one moment of a day that is past. */
record PastMoment(PastDay day, IncidentCourses courses, Instant at) {

    CityPicture picture() {
        return day.at(at);
    }

    IncidentPicture incidents() {
        return new IncidentPicture(picture().version(), at, courses.openAt(at));
    }
}
