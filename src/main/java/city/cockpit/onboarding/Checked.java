package city.cockpit.onboarding;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import java.util.Map;
import java.util.Optional;

/** What a draft comes to. */
public sealed interface Checked {

    /**
     * It can be registered.
     *
     * @param newPlace a site that is not kept yet
     * @param speaksAs under which the device's messages stand, where that is not its id
     */
    record Ready(Sensor sensor, Optional<Place> newPlace, Optional<SensorId> speaksAs) implements Checked {}

    /**
     * It cannot.
     *
     * @param fields what is wrong with single fields
     * @param wishes what is wrong with what is to be observed, by the field of the message; empty if nothing is
     * @param nothing whether nothing is to be observed at all
     */
    record Lacking(Map<DraftField, Lack> fields, Map<String, Lack> wishes, boolean nothing) implements Checked {

        public Lacking {
            fields = Map.copyOf(fields);
            wishes = Map.copyOf(wishes);
        }
    }
}
