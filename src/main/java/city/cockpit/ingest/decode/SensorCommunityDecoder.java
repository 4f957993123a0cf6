package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.Vital;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the firmware of Sensor.Community (airRohr) sends: a list of types and values, the values as text, without a time. Its
 * pressures are in Pa, P1 is PM10 and P2 is PM2.5 in µg/m³. The pointer of a value is its type, as in {@code /SDS_P2}.
 */
@Component
public final class SensorCommunityDecoder implements Decoder {

    @Override
    public String format() {
        return "sensor-community";
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))
                || !root.path("sensordatavalues").isArray()) return Optional.empty();
        var fields = DeviceFields.onArrival(message, SensorCommunityDecoder::unit);
        var found = new ArrayList<Decoded>();
        for (var entry : root.path("sensordatavalues")) {
            var value = Numbers.finite(entry.path("value").asString("").strip());
            var type = entry.path("value_type").asString("");
            if (value.isPresent() && !type.isEmpty()) found.add(fields.field("/" + type, value.getAsDouble()));
        }
        return Optional.of(found);
    }

    @Override
    public Map<Vital, Double> vitals(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))) return Map.of();
        var vitals = new Vitals();
        for (var entry : root.path("sensordatavalues"))
            if (entry.path("value_type").asString("").equals("signal"))
                Numbers.finite(entry.path("value").asString("").strip())
                        .ifPresent(signal -> vitals.put(Vital.WIFI, signal));
        return vitals.all();
    }

    private static @Nullable String unit(String pointer) {
        if (pointer.endsWith("P0") || pointer.endsWith("P1") || pointer.endsWith("P2") || pointer.endsWith("P4"))
            return "ug/m3";
        if (pointer.endsWith("temperature")) return "Cel";
        if (pointer.endsWith("humidity")) return "%";
        if (pointer.endsWith("pressure") || pointer.endsWith("pressure_at_sealevel")) return "Pa";
        return pointer.endsWith("noise_LAeq") ? "dB[A]" : null;
    }
}
