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
 * Any other object in JSON, where the registry says by JSON Pointer which of its numbers feed series. It names no time that
 * the cockpit could know of, so the arrival counts.
 */
@Component
public final class JsonFieldsDecoder implements Decoder {

    @Override
    public String format() {
        return "json";
    }

    @Override
    public boolean isUnmistakable() {
        return false;
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        return message.json() instanceof Json.Read(var root) && root.isObject()
                ? Optional.of(DeviceFields.onArrival(message, pointer -> null).of(root))
                : Optional.empty();
    }

    /** By the names that most devices use for them. */
    @Override
    public Map<Vital, Double> vitals(Incoming message) {
        return message.json() instanceof Json.Read(var root)
                ? new Vitals().battery(root).put(Vital.WIFI, root.path("rssi")).all()
                : Map.of();
    }
}
