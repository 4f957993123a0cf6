package city.cockpit.label;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.registry.SensorsChanged;
import city.cockpit.registry.Visibility;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says which sensor a label belongs to. From memory; any thread. */
@Component
public class Scans {

    private final Sensors sensors;
    private @Nullable Map<ShortCode, List<SensorId>> known;

    Scans(Sensors sensors) {
        this.sensors = sensors;
    }

    @EventListener
    synchronized void changed(SensorsChanged change) {
        known = null;
    }

    /**
     * The sensors whose label bears that code, by id: none, one, or, hardly ever, two.
     *
     * @param code as people type it
     */
    public List<Scanned> listBehind(String code) {
        return ShortCode.typed(code).stream()
                .flatMap(given -> codes().getOrDefault(given, List.of()).stream())
                .flatMap(id -> sensors.find(id).stream())
                .map(Scans::scanned)
                .toList();
    }

    private synchronized Map<ShortCode, List<SensorId>> codes() {
        var codes = known;
        if (codes == null)
            known = codes =
                    sensors.listSensors().stream().map(Sensor::id).collect(Collectors.groupingBy(ShortCode::of));
        return codes;
    }

    private static Scanned scanned(Sensor sensor) {
        return new Scanned(
                sensor.id(),
                sensor.name(),
                sensor.siteKey(),
                sensor.visibility() == Visibility.PUBLIC,
                sensor.phase() == Phase.RETIRED,
                !sensor.series().isEmpty());
    }

    /**
     * A sensor behind a label.
     *
     * @param forEverybody whether its values are public
     * @param measures whether it observes anything yet
     */
    public record Scanned(
            SensorId sensor, String name, String siteKey, boolean forEverybody, boolean retired, boolean measures) {}
}
