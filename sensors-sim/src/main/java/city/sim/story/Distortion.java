package city.sim.story;

import city.sim.nature.Sensor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a sensor that ages or fails for a moment changes what it measures. Meters and counters do neither. */
final class Distortion {

    /** A wrong value is {@code factor} times the right one plus {@code offset}. */
    private record Wrong(double factor, double offset) {

        BigDecimal of(BigDecimal right, double part) {
            var value = right.doubleValue() * (1 + (factor - 1) * part) + offset * part;
            return BigDecimal.valueOf(value).setScale(right.scale(), RoundingMode.FLOOR);
        }
    }

    /** At the end of a drift. The two particulates drift together: the finer one stays a part of the other. */
    private static final Map<String, Wrong> DRIFTED = Map.of(
            "pm10", new Wrong(2.4, 0),
            "pm2_5", new Wrong(2.4, 0),
            "no2", new Wrong(1.8, 0),
            "o3", new Wrong(1.5, 0),
            "temperature", new Wrong(1, 3.5),
            "laeq", new Wrong(1, 7),
            "water_level", new Wrong(1, 0.15));

    /** For one reading; some are more than nature allows, so that a cockpit can tell. */
    private static final Map<String, Wrong> SPIKES = Map.of(
            "pm10", new Wrong(14, 60),
            "pm2_5", new Wrong(14, 60),
            "no2", new Wrong(6, 40),
            "o3", new Wrong(5, 80),
            "temperature", new Wrong(0, -999),
            "humidity", new Wrong(0, 255),
            "laeq", new Wrong(1, 38),
            "wind_speed", new Wrong(1, 40),
            "water_level", new Wrong(0, -99.99),
            "power", new Wrong(7, 0));

    private Distortion() {}

    static boolean canDrift(Sensor sensor) {
        return sensor.properties().stream().anyMatch(DRIFTED::containsKey);
    }

    /** @param part of the whole drift, from 0 to 1 */
    static Map<String, BigDecimal> drifted(Map<String, BigDecimal> values, double part) {
        return distorted(values, DRIFTED, part);
    }

    static Map<String, BigDecimal> spiked(Map<String, BigDecimal> values) {
        return distorted(values, SPIKES, 1);
    }

    private static Map<String, BigDecimal> distorted(
            Map<String, BigDecimal> values, Map<String, Wrong> wrongs, double part) {
        var distorted = new LinkedHashMap<>(values);
        distorted.replaceAll((property, right) -> {
            var wrong = wrongs.get(property);
            return wrong == null ? right : wrong.of(right, part);
        });
        return distorted;
    }
}
