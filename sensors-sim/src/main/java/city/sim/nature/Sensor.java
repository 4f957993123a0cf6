package city.sim.nature;

import java.time.Duration;
import java.util.List;

/**
 * A sensor of the demo city.
 *
 * @param name also its place in the topic
 * @param district where it stands
 * @param properties what it observes, at least one
 * @param interval from one reading to the next, as the device promises
 */
public record Sensor(String name, String district, List<String> properties, Duration interval) {

    public Sensor {
        properties = List.copyOf(properties);
        if (properties.isEmpty()) throw new IllegalArgumentException(name + " observes nothing");
    }
}
