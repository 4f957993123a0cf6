package city.sim.scenario;

import city.sim.nature.Happenings;
import city.sim.nature.Sensor;
import java.util.Set;

/**
 * The gateway on the water tower fails: all sensors that talk through it are gone at once, and their readings lost.
 *
 * @param start in seconds since 1970
 */
record DeafGateway(double start) implements Happenings {

    private static final Set<String> DISTRICTS = Set.of("Südstadt", "Am Hang");
    private static final double LASTS_SECONDS = 45 * 60;

    @Override
    public boolean isHeard(Sensor sensor, double seconds) {
        return seconds < start || seconds >= start + LASTS_SECONDS || !DISTRICTS.contains(sensor.district());
    }
}
