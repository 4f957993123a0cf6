package city.sim.scenario;

import city.sim.nature.Happenings;
import city.sim.nature.Sensor;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Without electricity nothing burns and nothing heats; what hangs on the mains falls silent, what has a battery goes on.
 *
 * @param start in seconds since 1970
 */
record Blackout(double start) implements Happenings {

    private static final Set<String> DISTRICTS = Set.of("Altstadt", "Bahnhofsviertel");
    private static final double LASTS_SECONDS = 90 * 60;

    @Override
    public Optional<PowerCut> powerCut() {
        return Optional.of(new PowerCut(DISTRICTS, start, start + LASTS_SECONDS));
    }

    @Override
    public boolean isHeard(Sensor sensor, double seconds) {
        var isOut = seconds >= start && seconds < start + LASTS_SECONDS && DISTRICTS.contains(sensor.district());
        return !isOut || !isOnTheMains(sensor);
    }

    /** Single bays, meters, gauges and the controllers of lamps have a battery. */
    private static boolean isOnTheMains(Sensor sensor) {
        return Stream.of("parking-", "noise-", "air-", "weather-", "uv-", "traffic-")
                .anyMatch(sensor.name()::startsWith);
    }
}
