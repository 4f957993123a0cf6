package city.cockpit.registry;

import city.cockpit.measurement.SensorId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who took his leave, for as long as a test lasts. */
public final class InMemorySensorStatus implements SensorStatus {

    private final Map<SensorId, Instant> offline = new ConcurrentHashMap<>();

    @Override
    public void offline(SensorId sensor, Instant since) {
        offline.put(sensor, since);
    }

    @Override
    public void online(SensorId sensor) {
        offline.remove(sensor);
    }

    @Override
    public Map<SensorId, Instant> listOffline() {
        return Map.copyOf(offline);
    }
}
