package city.cockpit.technicians;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;

/** Which sensor a page is about: its address names it. */
final class SensorInAddress {

    private SensorInAddress() {}

    /** Empty if the address names none, or nothing that could be one. */
    static Optional<SensorId> findId(BeforeEnterEvent event) {
        return event.getRouteParameters().get("sensor").flatMap(SensorId::find);
    }

    /** @throws NotFoundException no such sensor is registered */
    static Sensor sensor(BeforeEnterEvent event, Sensors sensors) {
        return findId(event).flatMap(sensors::find).orElseThrow(NotFoundException::new);
    }
}
