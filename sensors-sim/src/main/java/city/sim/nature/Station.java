package city.sim.nature;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A sensor with the law that each of its properties follows. */
record Station(Sensor sensor, Map<String, ToDoubleFunction<Moment>> laws) {

    record Observed(String property, ToDoubleFunction<Moment> law) {}

    static Station of(String name, String district, int intervalSeconds, Observed... observed) {
        var laws = new LinkedHashMap<String, ToDoubleFunction<Moment>>();
        for (var one : observed) laws.put(one.property(), one.law());
        var properties = Arrays.stream(observed).map(Observed::property).toList();
        return new Station(new Sensor(name, district, properties, Duration.ofSeconds(intervalSeconds)), laws);
    }

    static Observed observes(String property, ToDoubleFunction<Moment> law) {
        return new Observed(property, law);
    }
}
