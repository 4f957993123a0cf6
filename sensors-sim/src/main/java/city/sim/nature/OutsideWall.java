package city.sim.nature;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the walls of all buildings feel: the temperature outside, every half an hour. Safe for several threads. */
final class OutsideWall {

    private final Weather weather;
    private final Map<Double, Double> known = new ConcurrentHashMap<>();

    OutsideWall(Weather weather) {
        this.weather = weather;
    }

    /** In degrees Celsius. Every time asked for is remembered: ask for the nodes of meters only. */
    double temperature(double t) {
        return known.computeIfAbsent(t, weather::mildTemperature);
    }
}
