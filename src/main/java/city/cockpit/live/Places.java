package city.cockpit.live;

import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the sensors behind series, with every picture of a town anew: each sensor has a number, so that nothing is made
 * for it again. One thread at a time.
 */
final class Places {

    private final Map<SensorId, Integer> sensors = new HashMap<>();
    private final Map<SeriesId, Integer> ofSeries = new HashMap<>();

    int count(List<SeriesState> states) {
        var seen = new BitSet(sensors.size());
        for (var state : states) seen.set(number(state.series().id()));
        return seen.cardinality();
    }

    private int number(SeriesId series) {
        var known = ofSeries.get(series);
        if (known != null) return known;
        var number = sensors.computeIfAbsent(series.sensor(), sensor -> sensors.size());
        ofSeries.put(series, number);
        return number;
    }
}
