package city.cockpit.alerts;

import city.cockpit.alerts.MaintenanceWindow.Kind;
import city.cockpit.alerts.MaintenanceWindow.Target;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/**
 * When somebody works on sensors: nobody is told of incidents there as long, and they are marked. If one is still open when
 * the work is over, it is told then. Every method blocks; what changes something is written to the audit trail and holds on
 * every node within seconds. {@code by} is the sign-in name of who does it. See decision record 0064.
 */
public interface Maintenance {

    /** No list is longer. */
    int MOST = 500;

    /**
     * Somewhere to work.
     *
     * @param title for people
     */
    record Place(Target target, String title) {}

    /** Those that go on or are planned, then those that are over, the newest of each first. */
    @RolesAllowed({Incidents.ADMINISTRATOR, Incidents.STAFF, Incidents.TECHNICIAN})
    List<MaintenanceWindow> listWindows();

    /** What there is of the kind, by title. */
    @RolesAllowed({Incidents.ADMINISTRATOR, Incidents.STAFF, Incidents.TECHNICIAN})
    List<Place> listPlaces(Kind kind);

    /**
     * Adds a window, also one that has begun or is over: then what was found in it is marked.
     *
     * @param window with number 0
     */
    @RolesAllowed({Incidents.ADMINISTRATOR, Incidents.STAFF, Incidents.TECHNICIAN})
    void add(MaintenanceWindow window, String by);

    /** Somebody is done now; returns whether it went on. */
    @RolesAllowed({Incidents.ADMINISTRATOR, Incidents.STAFF, Incidents.TECHNICIAN})
    boolean end(long id, String by);

    /** As if it had never been: what was found in it is no longer marked. Returns whether there was one. */
    @RolesAllowed({Incidents.ADMINISTRATOR, Incidents.STAFF, Incidents.TECHNICIAN})
    boolean remove(long id, String by);
}
