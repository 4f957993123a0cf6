package city.cockpit.registry;

import city.cockpit.measurement.ObservedProperty;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/**
 * Observed properties that the town adds to those that ship with the cockpit. Known at once here and within two seconds on
 * other nodes. Any thread; saving blocks until it is durable.
 */
public interface OwnProperties {

    /** All there are, the shipped ones first. From memory. */
    List<ObservedProperty> listProperties();

    boolean isShipped(ObservedProperty property);

    /** How many series observe it; of one with series neither kind nor unit can be changed. From memory. */
    int countSeries(String key);

    /**
     * Adds one, or changes one that was added.
     *
     * @throws NameTakenException it is to be added and its key is known already, or it ships with the cockpit
     * @throws IllegalArgumentException it has series, and its kind or unit would change
     */
    @RolesAllowed({Sensors.ADMINISTRATOR, Sensors.TECHNICIAN})
    void save(ObservedProperty property, boolean isNew, String by);
}
