package city.cockpit.fleet;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All sensors at one moment. Immutable; every page shows the same one. */
public final class FleetPicture {

    private final Instant at;
    private final List<SensorHealth> sensors;
    private final Map<SensorId, SensorHealth> byId;
    private final List<SensorHealth> byUrgency;
    private final Map<Condition, Integer> counts;
    private final long active;
    private final long troubled;

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
        byUrgency = byUrgency(this.sensors);
        active = sensors.stream()
                .filter(one -> one.sensor().phase() == Phase.ACTIVE)
                .count();
        troubled = sensors.stream().filter(one -> !one.findings().isEmpty()).count();
    }

    private static List<SensorHealth> byUrgency(List<SensorHealth> sensors) {
        var troubled = new EnumMap<Condition, List<SensorHealth>>(Condition.class);
        var well = new ArrayList<SensorHealth>();
        for (var one : sensors)
            one.worst()
                    .map(finding -> troubled.computeIfAbsent(finding.condition(), condition -> new ArrayList<>()))
                    .orElse(well)
                    .add(one);
        return Stream.concat(troubled.values().stream().flatMap(List::stream), well.stream())
                .toList();
    }

    public Instant at() {
        return at;
    }

    /** All of them in the order of their names, the retired ones included. */
    public List<SensorHealth> sensors() {
        return sensors;
    }

    /** The same, those first that have something wrong, the most urgent of them before the others. */
    public List<SensorHealth> byUrgency() {
        return byUrgency;
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
        return active;
    }

    /** How many of those have something wrong. */
    public long troubled() {
        return troubled;
    }
}
