package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.RejectReason;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What network servers tell of an uplink, each in names of its own.
 *
 * @param time when the network server received it; missing if it does not say
 * @param object what its codec made of the payload; missing if it has none
 * @param payload the same as bytes, in Base64; missing if there were none
 * @param port from 1 to 223 for what a device measures (LoRaWAN 1.0.4, 4.3.2)
 */
record LorawanUplink(JsonNode time, JsonNode object, JsonNode payload, int port) {

    private static final int LAST_PORT = 223;

    static List<Decoded> decode(LorawanUplink uplink, Incoming message) {
        return DeviceFields.timed(uplink.time, message, pointer -> null, uplink::decode);
    }

    /** What a network server says of the port; empty where it says nothing. */
    static OptionalInt port(JsonNode said) {
        return said.isIntegralNumber() ? OptionalInt.of(said.asInt(0)) : OptionalInt.empty();
    }

    private List<Decoded> decode(DeviceFields fields) {
        if (object.isObject()) return fields.of(object);
        var text = payload.asString("");
        if (text.isEmpty()) return List.of();
        if (port < 1 || port > LAST_PORT)
            return List.of(new Refusal(RejectReason.MALFORMED, "nothing is measured on port " + port));
        try {
            return CayenneLpp.decode(Base64.getDecoder().decode(text), fields);
        } catch (IllegalArgumentException e) {
            return List.of(new Refusal(RejectReason.MALFORMED, "the payload is no Base64: " + e.getMessage()));
        }
    }
}
