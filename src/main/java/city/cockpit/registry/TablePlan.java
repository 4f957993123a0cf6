package city.cockpit.registry;

import city.cockpit.csv.Problem;
import java.util.List;

/**
 * What a table of sensors would change.
 *
 * @param places those that are new or differ
 * @param sensors those that are new or differ
 * @param created how many of the sensors are new
 * @param unchanged how many sensors of the table are registered so already
 * @param problems if there is one, nothing is taken over
 */
record TablePlan(
        List<Municipality> municipalities,
        List<Place> places,
        List<Sensor> sensors,
        int created,
        int unchanged,
        List<Problem> problems) {

    TablePlan {
        municipalities = List.copyOf(municipalities);
        places = List.copyOf(places);
        sensors = List.copyOf(sensors);
        problems = List.copyOf(problems);
    }
}
