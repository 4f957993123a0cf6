package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.Vital;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Uplinks of ChirpStack v4 in JSON, on {@code application/+/device/+/event/up}: what its codec made of the payload, or,
 * where the device has no codec there, the payload as Cayenne LPP. ChirpStack leaves out what is zero, a whole object of
 * zeros too. Other events of a device (join, acknowledgement) tell of nothing that is measured; its status tells of the device.
 */
@Component
public final class ChirpstackDecoder implements Decoder {

    /** One of them is in every status event, since what is zero or false is left out. */
    private static final Set<String> STATUS =
            Set.of("margin", "externalPowerSource", "batteryLevelUnavailable", "batteryLevel");

    @Override
    public String format() {
        return "chirpstack";
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))
                || !root.path("deviceInfo").has("devEui")) return Optional.empty();
        return Optional.of(LorawanUplink.decode(uplink(root), message));
    }

    @Override
    public OptionalInt port(Incoming message) {
        return message.json() instanceof Json.Read(var root)
                ? LorawanUplink.port(root.path("fPort"))
                : OptionalInt.empty();
    }

    /** The status event tells of battery and margin, an uplink of the gateways that heard it. */
    @Override
    public Map<Vital, Double> vitals(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))) return Map.of();
        var vitals = new Vitals()
                .battery(root.path("object"))
                .gateways(
                        root.path("rxInfo"),
                        root.path("txInfo").path("modulation").path("lora").path("spreadingFactor"));
        if (isStatus(root)) {
            vitals.put(Vital.LORA_MARGIN, root.path("margin").asDouble(0));
            if (hasBattery(root))
                vitals.put(Vital.BATTERY, root.path("batteryLevel").asDouble(0));
        }
        return vitals.all();
    }

    private static boolean isStatus(JsonNode root) {
        return STATUS.stream().anyMatch(root::has);
    }

    private static boolean hasBattery(JsonNode root) {
        return !root.path("externalPowerSource").asBoolean(false)
                && !root.path("batteryLevelUnavailable").asBoolean(false);
    }

    private static LorawanUplink uplink(JsonNode root) {
        return new LorawanUplink(
                root.path("time"),
                root.path("object"),
                root.path("data"),
                root.path("fPort").asInt(0));
    }
}
