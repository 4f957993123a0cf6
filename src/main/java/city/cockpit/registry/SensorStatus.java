package city.cockpit.registry;

import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.util.Map;

/** What sensors said of themselves, kept so that a restart still knows who took his leave. Blocks; any thread. */
public interface SensorStatus {

    /** A sensor took its leave or its last will arrived; unknown sensors are ignored. */
    void offline(SensorId sensor, Instant since);

    /** A sensor announced itself; unknown sensors are ignored. */
    void online(SensorId sensor);

    /** Sensors that took their leave and did not announce themselves since, with the time of the leave. */
    Map<SensorId, Instant> listOffline();
}
