package city.cockpit.nodes;

import city.cockpit.live.LiveCity;
import city.cockpit.live.SharedCity;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesId;
import city.cockpit.registry.SensorStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sensors that took their leave at one node and are shown so at all, and are back as soon as any of them hears a reading.
 * The nodes agree by the registry, so nobody outside can say a word in it.
 */
final class Leaves {

    private final SensorStatus sensors;
    private final LiveCity city;
    private final SharedCity shared;
    private final Set<SensorId> returned = ConcurrentHashMap.newKeySet();
    private volatile Map<SensorId, Instant> known = Map.of();
    private volatile Map<SeriesId, Instant> justStored = new ConcurrentHashMap<>();
    private Map<SeriesId, Instant> storedBefore = Map.of();

    Leaves(SensorStatus sensors, LiveCity city, SharedCity shared) {
        this.sensors = sensors;
        this.city = city;
        this.shared = shared;
    }

    /** This node has stored readings: who reports of a time after his leave is back. Never blocks. */
    void stored(Collection<Reading> readings) {
        for (var reading : readings) {
            justStored.merge(reading.series(), reading.phenomenonTime(), Leaves::later);
            if (!known.isEmpty()) lookForReturn(reading.series(), reading.phenomenonTime());
        }
    }

    private void lookForReturn(SeriesId series, Instant time) {
        var since = known.get(series.sensor());
        if (since != null && time.isAfter(since)) returned.add(series.sensor());
    }

    /** Takes over what the others have noted, and notes who is back. Blocks; one thread, every second or so. */
    void refresh() {
        for (var sensor : Set.copyOf(returned)) {
            sensors.online(sensor);
            returned.remove(sensor);
        }
        // Asked before: whoever is shown as away now was noted before, by this node or when it started.
        var away = shared.listAway();
        var noted = sensors.listOffline();
        var news = !noted.keySet().equals(known.keySet());
        noted.forEach((sensor, since) -> {
            if (!since.equals(known.get(sensor))) city.sensorOffline(sensor, since);
        });
        away.stream().filter(sensor -> !noted.containsKey(sensor)).forEach(city::sensorOnline);
        known = Map.copyOf(noted);
        // Another node may have noted the leave only after this one had stored what came later.
        if (news) {
            justStored.forEach(this::lookForReturn);
            storedBefore.forEach(this::lookForReturn);
        }
        storedBefore = justStored;
        justStored = new ConcurrentHashMap<>();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
