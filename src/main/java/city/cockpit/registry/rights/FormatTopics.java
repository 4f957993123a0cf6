package city.cockpit.registry.rights;

import city.cockpit.measurement.SensorId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where devices publish, by the format in which they speak. One place says it for listening, for rights and for set-up texts. */
public final class FormatTopics {

    /** What the cockpit listens to at its own broker; <code>{sensor}</code> stands at the level that names the sensor. */
    public static final List<String> HEARD = List.of(
            "city/{sensor}",
            "city/{sensor}/status",
            "tele/{sensor}/SENSOR",
            "tele/{sensor}/STATE",
            "zigbee2mqtt/{sensor}",
            "application/+/device/{sensor}/event/up",
            "application/+/device/{sensor}/event/status",
            "{sensor}/events/rpc");

    /**
     * Where devices speak as long as they have no account of their own and share one: wherever the cockpit listens, so that
     * what comes as its maker made it is heard before anybody has registered it.
     */
    public static final List<String> SHARED = Stream.concat(
                    Stream.of("city/#"),
                    HEARD.stream()
                            .filter(topic -> !topic.startsWith("city/"))
                            .map(topic -> topic.replace("{sensor}", "+")))
            .toList();

    /** Where others speak: no device may be called so. */
    private static final Set<String> ROOTS =
            Set.of("city", "tele", "stat", "cmnd", "zigbee2mqtt", "application", "cockpit", "homeassistant", "tasmota");

    private FormatTopics() {}

    /** Whether devices of that format come to the broker by a network server or a hub, which has an account for all of them. */
    public static boolean isBehindGateway(String format) {
        return !ofGateway(format).isEmpty();
    }

    /**
     * What a device may publish; nothing if it does not come to the broker itself.
     *
     * @param name what it is called in its topics
     */
    public static List<String> ofDevice(String format, String name) {
        return switch (format) {
            case "tasmota" -> List.of("tele/" + name + "/+", "stat/" + name + "/+");
            case "shelly" -> List.of(name + "/#");
            default -> isBehindGateway(format) ? List.of() : List.of("city/" + name, "city/" + name + "/status");
        };
    }

    /** What a network server or a hub publishes for its devices; nothing where devices speak for themselves. */
    public static List<String> ofGateway(String format) {
        return switch (format) {
            case "chirpstack" -> List.of("application/+/device/+/event/+");
            case "zigbee2mqtt" -> List.of("zigbee2mqtt/#");
            case "things-stack" -> List.of("v3/#");
            default -> List.of();
        };
    }

    /** Where a device that is called so tells its readings. */
    public static String topicOf(String format, String name) {
        return switch (format) {
            case "tasmota" -> "tele/" + name + "/SENSOR";
            case "shelly" -> name + "/events/rpc";
            case "zigbee2mqtt" -> "zigbee2mqtt/" + name;
            default -> "city/" + name;
        };
    }

    /** Whether messages under that name are those of the sensor, and of nobody else. */
    public static boolean isNameOf(String name, SensorId sensor) {
        return !ROOTS.contains(name)
                && SensorId.ofDevice(name).filter(sensor::equals).isPresent();
    }
}
