package city.cockpit.fleet;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Phase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sensors at one moment. Immutable; every page shows the same one. */
public final class FleetPicture {

    private final Instant at;
    private final List<SensorHealth> sensors;
    private final Map<SensorId, SensorHealth> byId;
    private final Map<Condition, Integer> counts;

    /**
     * A picture of these sensors.
     *
     * @param sensors in the order of their names
     */
    public FleetPicture(Instant at, List<SensorHealth> sensors) {
        this.at = at;
        this.sensors = List.copyOf(sensors);
        var ids = new HashMap<SensorId, SensorHealth>(2 * sensors.size());
        var found = new EnumMap<Condition, Integer>(Condition.class);
        for (var one : sensors) {
            ids.put(one.sensor().id(), one);
            one.findings().stream()
                    .map(Finding::condition)
                    .distinct()
                    .forEach(condition -> found.merge(condition, 1, Integer::sum));
        }
        byId = Map.copyOf(ids);
        counts = Map.copyOf(found);
    }

    public Instant at() {
        return at;
    }

    /** All of them in the order of their names, the retired ones included. */
    public List<SensorHealth> sensors() {
        return sensors;
    }

    public Optional<SensorHealth> find(SensorId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many sensors are in that condition. */
    public int count(Condition condition) {
        return counts.getOrDefault(condition, 0);
    }

    /** How many are expected to report. */
    public long active() {
        return sensors.stream()
                .filter(one -> one.sensor().phase() == Phase.ACTIVE)
                .count();
    }

    /** How many of those have something wrong. */
    public long troubled() {
        return sensors.stream().filter(one -> !one.findings().isEmpty()).count();
    }
}
