package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Uplinks of The Things Stack v3: what its formatter made of the payload, or the payload as Cayenne LPP. What somebody
 * simulates in its console is refused, since nothing was measured. Other messages of a device tell of nothing measured.
 */
@Component
public final class ThingsStackDecoder implements Decoder {

    @Override
    public String format() {
        return "things-stack";
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))
                || !root.path("end_device_ids").has("device_id")) return Optional.empty();
        if (root.path("simulated").asBoolean(false))
            return Optional.of(List.of(new Refusal(RejectReason.MALFORMED, "simulated in the console, not measured")));
        var uplink = root.path("uplink_message");
        return Optional.of(uplink.isObject() ? LorawanUplink.decode(read(root, uplink), message) : List.of());
    }

    @Override
    public OptionalInt port(Incoming message) {
        return message.json() instanceof Json.Read(var root)
                ? LorawanUplink.port(root.path("uplink_message").path("f_port"))
                : OptionalInt.empty();
    }

    @Override
    public Map<Vital, Double> vitals(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))
                || root.path("simulated").asBoolean(false)) return Map.of();
        var uplink = root.path("uplink_message");
        return new Vitals()
                .battery(uplink.path("decoded_payload"))
                .put(Vital.BATTERY, uplink.path("last_battery_percentage").path("value"))
                .gateways(
                        uplink.path("rx_metadata"),
                        uplink.path("settings").path("data_rate").path("lora").path("spreading_factor"))
                .all();
    }

    private static LorawanUplink read(JsonNode root, JsonNode uplink) {
        return new LorawanUplink(
                uplink.path("received_at").isString() ? uplink.path("received_at") : root.path("received_at"),
                uplink.path("decoded_payload"),
                uplink.path("frm_payload"),
                uplink.path("f_port").asInt(0));
    }
}
