package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.Vital;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Notifications of Shelly devices from generation 2 on, on {@code +/events/rpc}: {@code NotifyStatus} with what changed,
 * {@code NotifyFullStatus} with everything. A device that does not know the time yet says null or nothing; then the arrival
 * counts. {@code NotifyEvent} tells of buttons, which measure nothing.
 */
@Component
public final class ShellyDecoder implements Decoder {

    private static final Set<String> STATES = Set.of("NotifyStatus", "NotifyFullStatus");

    /** By the last part of the pointer; energy is counted in Wh. */
    private static final Map<String, String> UNITS = Map.of(
            "tC", "Cel",
            "tF", "[degF]",
            "rh", "%",
            "lux", "lx",
            "apower", "W",
            "voltage", "V",
            "current", "A",
            "act_power", "W",
            "total", "W.h",
            "percent", "%");

    /** What runs beside the measuring: minutes that are counted again, times, and the device itself. */
    private static final Set<String> LEFT_OUT = Set.of(
            "by_minute", "minute_ts", "ts", "unixtime", "uptime", "wifi", "sys", "cloud", "mqtt", "ble", "ws", "eth");

    @Override
    public String format() {
        return "shelly";
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))
                || !root.path("src").isString()
                || !root.path("method").asString("").startsWith("Notify")) return Optional.empty();
        if (!STATES.contains(root.path("method").asString(""))) return Optional.of(List.of());
        var state = root.path("params");
        return Optional.of(fields(message, state.path("ts")).of(state).stream()
                .filter(ShellyDecoder::isMeasured)
                .toList());
    }

    @Override
    public Map<Vital, Double> vitals(Incoming message) {
        if (!(message.json() instanceof Json.Read(var root))) return Map.of();
        var state = root.path("params");
        var battery = state.path("devicepower:0").path("battery");
        return new Vitals()
                .put(Vital.WIFI, state.path("wifi").path("rssi"))
                .put(Vital.BATTERY, battery.path("percent"))
                .put(Vital.BATTERY_VOLTAGE, battery.path("V"))
                .all();
    }

    private static DeviceFields fields(Incoming message, JsonNode time) {
        return time.isNumber() && GivenTime.of(time, message.zone()) instanceof GivenTime.Known(var moment)
                ? DeviceFields.at(moment, ShellyDecoder::unit)
                : DeviceFields.onArrival(message, ShellyDecoder::unit);
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static boolean isMeasured(Decoded found) {
        return found instanceof Decoded.Field(var observation)
                && List.of(observation.property().split("/")).stream().noneMatch(LEFT_OUT::contains);
    }

    private static @Nullable String unit(String pointer) {
        return UNITS.get(last(pointer));
    }
}
