package city.cockpit.onboarding;

import city.cockpit.measurement.SensorId;
import city.cockpit.onboarding.Proposal.About;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Who a device is, from where it publishes and what it says of itself. */
final class Identity {

    /** Where each format names its device in topics. */
    private static final List<Pattern> TOPICS = List.of(
            Pattern.compile("application/[^/]+/device/([^/]+)/event/[a-z]+"),
            Pattern.compile("v3/[^/]+/devices/([^/]+)/up"),
            Pattern.compile("tele/(?:[^/]+/)*?([^/]+)/(?:SENSOR|STATE)"),
            Pattern.compile("zigbee2mqtt/(?:[^/]+/)*?([^/]+)"),
            Pattern.compile("city/([^/]+)"),
            Pattern.compile("([^/]+)/events/rpc"));

    /** Parts of other topics that name no device. */
    private static final Set<String> NO_NAMES = Set.of(
            "sensor", "state", "status", "up", "uplink", "events", "rpc", "data", "tele", "stat", "values", "value");

    private Identity() {}

    /** @param root of the message; missing if it is no JSON */
    static About of(String topic, JsonNode root) {
        var chirpstack = root.path("deviceInfo");
        var things = root.path("end_device_ids");
        if (chirpstack.has("devEui"))
            return about(
                    named(topic).or(() -> id(text(chirpstack, "devEui"))),
                    text(chirpstack, "deviceName"),
                    text(chirpstack, "deviceProfileName"),
                    text(chirpstack, "devEui"));
        if (things.has("device_id"))
            return about(
                    named(topic).or(() -> id(text(things, "device_id"))),
                    "",
                    text(root.path("uplink_message").path("version_ids"), "model_id"),
                    text(things, "dev_eui"));
        if (root.path("esp8266id").isString())
            return about(
                    named(topic).or(() -> id("esp8266-" + text(root, "esp8266id"))), "", "", text(root, "esp8266id"));
        var source = root.path("src").isString() ? text(root, "src") : "";
        return about(named(topic).or(() -> id(source)).or(() -> id(text(root, "id"))), "", model(source), "");
    }

    private static About about(Optional<SensorId> name, String title, String kind, String serial) {
        return new About(name, cut(title), cut(kind), cut(serial));
    }

    /** Shelly begins its names with the model. */
    private static String model(String source) {
        return source.startsWith("shelly") ? source.replaceFirst("-[0-9a-f]{6,}$", "") : "";
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("").strip();
    }

    private static String cut(String text) {
        var line = text.codePoints()
                .filter(sign -> !Character.isISOControl(sign))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() > 100 ? line.substring(0, 100) : line;
    }

    private static Optional<SensorId> named(String topic) {
        for (var form : TOPICS) {
            var fits = form.matcher(topic);
            if (fits.matches()) return id(fits.group(1));
        }
        return List.of(topic.split("/")).reversed().stream()
                .filter(part -> !NO_NAMES.contains(part.toLowerCase(Locale.ROOT)))
                .findFirst()
                .flatMap(Identity::id);
    }

    private static Optional<SensorId> id(String name) {
        return SensorId.ofDevice(name);
    }
}
