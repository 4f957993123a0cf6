package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Uplinks of ChirpStack v4 in JSON, on {@code application/+/device/+/event/up}: what its codec made of the payload, or,
 * where the device has no codec there, the payload as Cayenne LPP. ChirpStack leaves out what is zero, a whole object of
 * zeros too. Other events of a device (join, status, acknowledgement) tell of nothing that is measured.
 */
@Component
public final class ChirpstackDecoder implements Decoder {

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

    private static LorawanUplink uplink(JsonNode root) {
        return new LorawanUplink(
                root.path("time"),
                root.path("object"),
                root.path("data"),
                root.path("fPort").asInt(0));
    }
}
