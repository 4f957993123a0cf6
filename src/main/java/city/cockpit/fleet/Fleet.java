package city.cockpit.fleet;

import city.cockpit.measurement.SensorId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** How the sensors are, from memory: cheap, any thread, of an administrator or a technician. */
public interface Fleet {

    /** The roles of those who may read. They are named here because this package does not use the one of the roles. */
    String ADMINISTRATOR = "ADMINISTRATOR";

    String TECHNICIAN = "TECHNICIAN";

    /** All sensors, a few seconds old at most; the same object for everybody. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    FleetPicture picture();

    /** One sensor, as of now; empty if it is not registered. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    Optional<SensorHealth> find(SensorId id);
}
