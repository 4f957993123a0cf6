package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.Vital;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Telemetry of Tasmota, on {@code tele/+/SENSOR}: a time without an offset, which is one of the connection's zone, and an
 * object for each sensor. The message says in which units temperature and pressure are; power is in W, energy in kWh. On
 * {@code tele/+/STATE} it tells how well it hears the Wi-Fi.
 */
@Component
public final class TasmotaDecoder implements Decoder {

    private static final Map<String, String> UNITS = Map.of(
            "Humidity", "%",
            "Illuminance", "lx",
            "Power", "W",
            "Voltage", "V",
            "Current", "A",
            "Total", "kW.h",
            "Today", "kW.h",
            "Yesterday", "kW.h");

    private static final Map<String, String> PRESSURES = Map.of("hPa", "hPa", "mmHg", "mm[Hg]", "inHg", "[in_i'Hg]");

    @Override
    public String format() {
        return "tasmota";
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root)) || !isTelemetry(root)) return Optional.empty();
        if (isState(root)) return Optional.of(List.of());
        return Optional.of(DeviceFields.timed(
                root.path("Time"), message, pointer -> unit(pointer, root), fields -> fields.of(root)));
    }

    /** Its {@code RSSI} is a quality from 0 to 100, its {@code Signal} is in dBm. */
    @Override
    public Map<Vital, Double> vitals(Incoming message) {
        return message.json() instanceof Json.Read(var root)
                ? new Vitals().put(Vital.WIFI, root.path("Wifi").path("Signal")).all()
                : Map.of();
    }

    private static boolean isTelemetry(JsonNode root) {
        return root.path("Time").isString() && root.valueStream().anyMatch(JsonNode::isObject);
    }

    /** What the device tells of itself on {@code tele/+/STATE}: nothing of it is measured. */
    private static boolean isState(JsonNode root) {
        return root.path("Wifi").isObject() && root.has("UptimeSec");
    }

    private static @Nullable String unit(String pointer, JsonNode root) {
        return switch (pointer.substring(pointer.lastIndexOf('/') + 1)) {
            case "Temperature", "DewPoint" ->
                root.path("TempUnit").asString("C").equals("F") ? "[degF]" : "Cel";
            case "Pressure", "SeaPressure" ->
                PRESSURES.get(root.path("PressureUnit").asString("hPa"));
            case String name -> UNITS.get(name);
        };
    }
}
