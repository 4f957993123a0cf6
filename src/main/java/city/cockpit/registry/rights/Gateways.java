package city.cockpit.registry.rights;

import city.cockpit.measurement.SensorId;
import java.util.List;

/** Network servers and hubs that speak for several devices at the broker. From memory, never blocks, any thread. */
public interface Gateways {

    /**
     * One of them.
     *
     * @param name with which it signs in
     * @param title what people call it; its name if nobody said
     */
    record Known(String name, String title) {}

    /** All, by name. */
    List<Known> listGateways();

    /**
     * Whether the messages of the sensor come by that gateway: it may publish where a device of that format is told of. A
     * device that has an account of its own comes to the broker itself.
     */
    boolean speaksFor(String gateway, SensorId sensor);
}
