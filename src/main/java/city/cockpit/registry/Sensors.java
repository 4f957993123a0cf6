package city.cockpit.registry;

import city.cockpit.measurement.SensorId;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The sensors and sites of the town. Lists and finds come from memory: cheap, on any thread. What changes something blocks
 * until it is durable, leaves a line in the audit trail, is seen by the next call here and on other nodes within two
 * seconds, and is told as {@link SensorsChanged}.
 */
public interface Sensors {

    String ADMINISTRATOR = "ADMINISTRATOR";
    String TECHNICIAN = "TECHNICIAN";

    /** Scope of a program that may change sensors. */
    String WRITE_SENSORS = "WRITE_SENSORS";

    /** All of them, by id, the retired ones included. */
    List<Sensor> listSensors();

    Optional<Sensor> find(SensorId id);

    /** All sites, by key; those without sensors, too. */
    List<Place> listPlaces();

    Optional<Place> findPlace(String key);

    /**
     * Registers a sensor, with its site if that is new.
     *
     * @param by name of the account
     * @return the sensor with its version
     * @throws NameTakenException a sensor of that id, or a site with the key of the new one, is registered
     * @throws IllegalArgumentException there is no such site or property, or no value would be believed
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, WRITE_SENSORS})
    Sensor register(Sensor sensor, Optional<Place> newPlace, String by);

    /**
     * Changes everything of a sensor but its device, for which there is {@link #swap}: another one here is a correction.
     * A series that is not named any more ends and keeps its past; named again it goes on.
     *
     * @return the sensor with its next version
     * @throws ChangedMeanwhileException the version is not the newest
     * @throws IllegalArgumentException there is no such sensor, site or property, or no value would be believed
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, WRITE_SENSORS})
    Sensor change(Sensor sensor, String by);

    /**
     * Keeps a site, new with version 0 or changed.
     *
     * @return the site with its next version
     * @throws NameTakenException it is said to be new, and is not
     * @throws ChangedMeanwhileException the version is not the newest
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, WRITE_SENSORS})
    Place savePlace(Place place, String by);

    /** Another device hangs there now. The series go on; the day is kept. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, WRITE_SENSORS})
    void swap(SensorId id, Device next, LocalDate on, String by);

    /** Newest first. Blocks. */
    List<Swap> listSwaps(SensorId id);

    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, WRITE_SENSORS})
    void phase(SensorId id, Phase phase, String by);

    /** Blocks. */
    Optional<Photo> photo(SensorId id);

    /** In place of the one before. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, WRITE_SENSORS})
    void keepPhoto(SensorId id, Photo photo, String by);
}
