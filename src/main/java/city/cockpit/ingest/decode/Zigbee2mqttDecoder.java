package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.Vital;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * States of devices behind Zigbee2MQTT, on {@code zigbee2mqtt/+}: one flat object with {@code linkquality}. The time is
 * {@code last_seen} where that is switched on, in each of the forms it may have.
 */
@Component
public final class Zigbee2mqttDecoder implements Decoder {

    private static final double MILLI = 1000;

    private static final Map<String, String> UNITS = Map.of(
            "/temperature", "Cel",
            "/humidity", "%",
            "/pressure", "hPa",
            "/power", "W",
            "/energy", "kW.h",
            "/current", "A",
            "/battery", "%",
            "/illuminance_lux", "lx");

    @Override
    public String format() {
        return "zigbee2mqtt";
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))
                || !root.path("linkquality").isNumber()) return Optional.empty();
        return Optional.of(DeviceFields.timed(
                root.path("last_seen"),
                message,
                UNITS::get,
                fields ->
                        fields.of(root).stream().filter(field -> !isTime(field)).toList()));
    }

    /** The voltage of a battery is in mV; devices on the mains say theirs in V and have no battery. */
    @Override
    public Map<Vital, Double> vitals(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))) return Map.of();
        var vitals = new Vitals().put(Vital.BATTERY, root.path("battery")).put(Vital.ZIGBEE, root.path("linkquality"));
        if (root.has("battery"))
            Numbers.finite(root.path("voltage"))
                    .ifPresent(millivolts -> vitals.put(Vital.BATTERY_VOLTAGE, millivolts / MILLI));
        return vitals.all();
    }

    private static boolean isTime(Decoded found) {
        return found instanceof Decoded.Field(var observation)
                && observation.property().equals("/last_seen");
    }
}
