package city.cockpit.nodes;

import static java.util.function.Predicate.not;

import city.cockpit.live.LiveCity;
import city.cockpit.live.SharedCity;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.SensorStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Sensors that took their leave at one node and are shown so at all, and are back as soon as any of them knows a reading
 * of later. The nodes agree by the registry, so nobody outside can say a word in it; and each looks at its picture rather
 * than at what it stored itself, so that the return is noted though the node that heard it was killed a moment after.
 */
final class Leaves {

    private final SensorStatus sensors;
    private final LiveCity city;
    private final SharedCity shared;
    private Map<SensorId, Instant> known = Map.of();

    Leaves(SensorStatus sensors, LiveCity city, SharedCity shared) {
        this.sensors = sensors;
        this.city = city;
        this.shared = shared;
    }

    /** Notes who is back, and takes over what the others have noted. Blocks; one thread, every second or so. */
    void refresh() {
        // Asked before: whoever is shown as away now was noted before, by this node or when it started.
        var away = shared.listAway();
        var noted = new HashMap<>(sensors.listOffline());
        for (var sensor : shared.listHeardAfter(noted)) {
            sensors.online(sensor);
            noted.remove(sensor);
        }
        noted.forEach((sensor, since) -> {
            if (!since.equals(known.get(sensor))) city.sensorOffline(sensor, since);
        });
        away.stream().filter(not(noted::containsKey)).forEach(city::sensorOnline);
        known = Map.copyOf(noted);
    }
}
