package city.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.registry.rights.FormatTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No engine runs the containers in the tests; what their files promise each other is checked here. */
class ContainersTests {

    private static final Path BROKER = Path.of("src/docker/mosquitto");

    private final String compose = read(Path.of("docker-compose.yml"));
    private final JsonNode file = JsonMapper.shared().valueToTree(new Yaml().<Map<String, Object>>load(compose));
    private final JsonNode services = file.path("services");

    @Test
    void everyPasswordIsChosenByWhoeverStartsItAndNoneHasADefault() {
        var passwords = services.valueStream()
                .flatMap(service -> service.path("environment").propertyStream())
                .filter(entry -> entry.getKey().contains("PASSWORD"))
                .toList();
        assertThat(passwords)
                .hasSize(7)
                .allSatisfy(entry -> assertThat(entry.getValue().asString())
                        .matches("\\$\\{COCKPIT_[A-Z]+_PASSWORD:\\?choose a password .+}"));
    }

    @Test
    void theCockpitWorksWithARoleThatOwnsNoAuditTrail() {
        assertThat(at("/cockpit/environment/SPRING_FLYWAY_USER")).isEqualTo(at("/database/environment/POSTGRES_USER"));
        assertThat(at("/cockpit/environment/SPRING_FLYWAY_PASSWORD"))
                .isEqualTo(at("/database/environment/POSTGRES_PASSWORD"));
        assertThat(at("/cockpit/environment/SPRING_DATASOURCE_USERNAME"))
                .isNotEqualTo(at("/database/environment/POSTGRES_USER"));
    }

    @Test
    void nothingStartsBeforeWhatItNeeds() {
        assertThat(services.propertyNames()).containsExactly("database", "broker", "cockpit", "simulator");
        assertThat(at("/cockpit/depends_on/database/condition")).isEqualTo("service_healthy");
        assertThat(at("/cockpit/depends_on/broker/condition")).isEqualTo("service_healthy");
        assertThat(at("/simulator/depends_on/cockpit/condition")).isEqualTo("service_healthy");
        assertThat(services.at("/database/healthcheck/test").isArray()).isTrue();
        assertThat(services.at("/broker/healthcheck/test").isArray()).isTrue();
        assertThat(read(Path.of("Dockerfile")))
                .contains("HEALTHCHECK", "http://127.0.0.1:8081/actuator/health/readiness", "EXPOSE 8080");
        assertThat(at("/cockpit/ports/0")).endsWith(":8080");
    }

    @Test
    void whatMustSurviveLiesInAVolume() {
        assertThat(file.path("volumes").propertyNames())
                .hasSize(4)
                .allSatisfy(volume -> assertThat(compose).contains("      - " + volume + ":/"));
        assertThat(read(Path.of("Dockerfile"))).contains("ENV COCKPIT_DATA=/data", "VOLUME /data");
        assertThat(read(Path.of("sensors-sim/Dockerfile"))).contains("VOLUME /state");
        assertThat(services.at("/simulator/command").toString()).contains("\"--state\",\"/state/");
    }

    @Test
    void nobodyIsRootAndNoImageMovesByItself() {
        assertThat(read(Path.of("Dockerfile"))).containsPattern("(?m)^USER cockpit$");
        assertThat(read(Path.of("sensors-sim/Dockerfile"))).containsPattern("(?m)^USER simulator$");
        assertThat(at("/broker/user")).isEqualTo("1883:1883");
        assertThat(List.of(at("/database/image"), at("/broker/image")))
                .allMatch(image -> image.matches(".+:\\d+[.]\\d+[.]\\d+.*"));
    }

    @Test
    void theBrokerDropsNoMessageThatWaitsAndSendsNoneThatIsTooLarge() {
        assertThat(settings(BROKER.resolve("mosquitto.conf")))
                .containsEntry("persistence", "true")
                .containsEntry("max_queued_messages", "1000000000")
                .containsEntry("max_queued_bytes", "0")
                .containsEntry("autosave_on_changes", "false")
                .containsEntry("allow_anonymous", "false")
                .containsEntry("max_packet_size", String.valueOf(128 << 10))
                .containsEntry("persistence_location", "/mosquitto/data/")
                .containsEntry("listener", "1883");
        assertThat(at("/broker/volumes/1")).isEqualTo("broker:/mosquitto/data");
    }

    @Test
    void whatIsNotEncryptedStaysOnThisMachineUnlessTheTownSaysOtherwise() {
        assertThat(at("/broker/ports/0")).startsWith("${COCKPIT_MQTT_ADDRESS:-127.0.0.1}:");
        assertThat(services.path("broker").path("ports").size()).isEqualTo(1);
    }

    @Test
    void withACertificateBrokerAndPagesShowTheSameOne() {
        JsonNode encrypted = JsonMapper.shared()
                .valueToTree(new Yaml().<Map<String, Object>>load(read(Path.of("src/docker/tls.yml"))));
        var folder = "${COCKPIT_TLS_FOLDER:?name the folder with the certificate and its key}:";
        assertThat(encrypted.at("/services/cockpit/volumes/0").asString()).isEqualTo(folder + "/tls:ro");
        assertThat(encrypted.at("/services/broker/volumes/0").asString()).isEqualTo(folder + "/mosquitto/tls:ro");
        assertThat(encrypted.at("/services/broker/ports/0").asString()).endsWith(":8883");
        assertThat(encrypted.at("/services/cockpit/environment").toString())
                .contains("/tls/fullchain.pem", "/tls/privkey.pem");
        assertThat(read(BROKER.resolve("start")))
                .contains("/mosquitto/tls", "listener 8883", "fullchain.pem", "privkey.pem");
    }

    @Test
    void devicesOnlySpeakTheCockpitListensAndCockpitsTalkToEachOther() {
        var rights = read(BROKER.resolve("rights"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var spoken = FormatTopics.SHARED.stream().map(topic -> "topic write " + topic);
        assertThat(rights.stream().takeWhile(line -> !line.equals("user cockpit")))
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of("user device"), spoken).toList());
        assertThat(rights.stream().dropWhile(line -> !line.equals("user cockpit")))
                .containsExactly(
                        "user cockpit",
                        "topic read city/#",
                        "topic read tele/#",
                        "topic read zigbee2mqtt/#",
                        "topic read application/#",
                        "topic read +/events/rpc",
                        "topic readwrite cockpit/live/#",
                        "topic readwrite $CONTROL/dynamic-security/#");
        assertThat(at("/cockpit/environment/COCKPIT_MQTT_USERNAME")).isEqualTo("cockpit");
        assertThat(services.at("/simulator/command").toString()).contains("\"--username\",\"device\"");
        assertThat(read(BROKER.resolve("start")))
                .contains("allow cockpit \"${COCKPIT_MQTT_PASSWORD", "allow device \"${COCKPIT_DEVICE_PASSWORD");
    }

    @Test
    void theImageHoldsEveryLayerTheOftenChangedLast() {
        var layers = new ArrayList<String>();
        var copy =
                Pattern.compile("COPY --from=build /build/layers/([a-z-]+)/ ").matcher(read(Path.of("Dockerfile")));
        while (copy.find()) layers.add(copy.group(1));
        assertThat(layers)
                .containsExactly("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");
    }

    private String at(String path) {
        return services.at(path).asString();
    }

    private static Map<String, String> settings(Path file) {
        return read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" ", 2)))
                .filter(words -> !words.getFirst().equals("log_type"))
                .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
