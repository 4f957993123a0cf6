package city.cockpit.ingest.hook;

import static java.util.function.Predicate.not;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who sends messages by HTTP, each in a form of its own. The words are {@code hook.NAME}. */
public enum WebHook {
    /** The Things Stack v3, "Webhooks" of an application. */
    THINGS_STACK {
        @Override
        List<String> namesIn(JsonNode message, Optional<String> header) {
            var device = message.path("end_device_ids");
            return texts(device.path("device_id"), device.path("dev_eui"));
        }
    },
    /** ChirpStack v4, integration "HTTP" of an application. */
    CHIRPSTACK {
        @Override
        List<String> namesIn(JsonNode message, Optional<String> header) {
            return texts(message.path("deviceInfo").path("devEui"));
        }
    },
    /** The firmware of Sensor.Community (airRohr), "send to own API". */
    SENSOR_COMMUNITY {
        @Override
        List<String> namesIn(JsonNode message, Optional<String> header) {
            return Stream.concat(
                            header.stream(),
                            Stream.of("esp8266", "esp32")
                                    .flatMap(chip -> texts(message.path(chip + "id")).stream()
                                            .map(number -> chip + "-" + number)))
                    .toList();
        }
    };

    private static final String ADDRESS = "/api/v1/hooks/";

    /** Its part of the address: small letters with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address, without that of the cockpit. */
    public String path() {
        return ADDRESS + key();
    }

    /** As which messages tell where they came from. No connection to a broker can have such a name. */
    String connection() {
        return "webhook/" + key();
    }

    static Optional<WebHook> find(String key) {
        return Arrays.stream(values()).filter(hook -> hook.key().equals(key)).findFirst();
    }

    /**
     * What a device may be called, the likeliest name first; none if the message is not of this kind.
     *
     * @param header what the device says of itself in {@code X-Sensor}
     */
    abstract List<String> namesIn(JsonNode message, Optional<String> header);

    private static List<String> texts(JsonNode... nodes) {
        return Arrays.stream(nodes)
                .map(node -> node.asString(""))
                .filter(not(String::isBlank))
                .toList();
    }
}
