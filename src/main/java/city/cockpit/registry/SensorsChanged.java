package city.cockpit.registry;

import city.cockpit.measurement.SensorId;
import java.util.Set;

/**
 * Sensors were registered or changed, or their sites were. Published after the commit on the thread of the change, on
 * other nodes within two seconds on a thread of the registry: a listener must return soon and not throw.
 */
public record SensorsChanged(Set<SensorId> sensors) {

    public SensorsChanged {
        sensors = Set.copyOf(sensors);
    }
}
