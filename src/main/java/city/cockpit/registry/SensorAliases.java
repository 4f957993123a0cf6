package city.cockpit.registry;

import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.util.List;

/**
 * Other names under which registered sensors speak. A name that is itself registered means that sensor and no other.
 * Blocks, in the transaction of the caller if there is one; any thread. Here it holds at once, after the
 * commit of the caller; other nodes follow within two seconds.
 */
public interface SensorAliases {

    /**
     * From now on messages under that name are those of the sensor; what was assigned before is replaced.
     *
     * @param by name of the account that assigns
     * @return false if the sensor is not registered, or the name is
     */
    boolean assign(SensorId name, SensorId sensor, String by);

    /** The name means nobody again; false if it did not mean anybody. */
    boolean unassign(SensorId name);

    /** All of them, by name. */
    List<Alias> listAliases();

    /**
     * A name and the sensor it means.
     *
     * @param by name of the account that assigned it
     */
    record Alias(SensorId name, SensorId sensor, Instant assignedAt, String by) {}
}
