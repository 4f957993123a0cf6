package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
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
        var seen = root.path("last_seen");
        if (seen.isMissingNode() || seen.isNull())
            return Optional.of(DeviceFields.onArrival(message, UNITS::get).of(root));
        return Optional.of(
                switch (GivenTime.of(seen, message.zone())) {
                    case GivenTime.Known(var time) ->
                        DeviceFields.at(time, UNITS::get).of(root).stream()
                                .filter(field -> !isTime(field))
                                .toList();
                    case GivenTime.Unknown(var reason, var detail) -> List.of(new Refusal(reason, detail));
                });
    }

    private static boolean isTime(Decoded found) {
        return found instanceof Decoded.Field(var observation)
                && observation.property().equals("/last_seen");
    }
}
