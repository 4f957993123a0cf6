package city.cockpit.ingest.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Field;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on formats shows what the decoders make of the samples; {@code -Ddocs.write=true} draws it anew. */
class FormatsDocumentTests {

    private static final Path DOCUMENT = Path.of("src/docs/generated/formats.md");

    /** @param text what somebody has to know who sets such a device up */
    private record Format(String title, Decoder decoder, String sample, String text) {}

    private static final List<Format> FORMATS = List.of(
            new Format(
                    "JSON of the cockpit",
                    new CanonicalDecoder(),
                    "{\"time\": \"2026-11-22T10:15:00Z\", \"values\": {\"pm10\": 12.3, \"pm2_5\": 7.1}}",
                    "Topic `city/{sensor}`. The keys are those of the observed properties, the units theirs. Without `time` the arrival counts."),
            new Format(
                    "SenML (RFC 8428)",
                    new SenmlDecoder(),
                    "[{\"bn\": \"air-07/\", \"bt\": 1795342500, \"n\": \"temperature\", \"u\": \"Cel\", \"v\": 21.5}]",
                    "Topic `city/{sensor}`. Name and unit together say what is measured."),
            new Format(
                    "ChirpStack 4",
                    new ChirpstackDecoder(),
                    sample("chirpstack.json"),
                    "Topic `application/+/device/{sensor}/event/up`, or the web hook `/api/v1/hooks/chirpstack`. The sensor is the DevEUI. ChirpStack leaves out fields that are zero. Where the device profile has no codec, the payload is read as Cayenne LPP."),
            new Format(
                    "The Things Stack 3",
                    new ThingsStackDecoder(),
                    sample("things-stack.json"),
                    "Web hook `/api/v1/hooks/things-stack`, or topic `v3/+/devices/{sensor}/up` at QoS 0. The sensor is the device id. What is simulated in the console is refused. Without a payload formatter the payload is read as Cayenne LPP."),
            new Format(
                    "Cayenne LPP",
                    new ChirpstackDecoder(),
                    """
                    {"time": "2026-11-22T09:14:58Z", "deviceInfo": {"devEui": "24e124535b316056"}, "fPort": 1, "data": "%s"}""".formatted(Base64.getEncoder()
                            .encodeToString(new byte[] {3, 0x67, 1, 0x10, 10, 0x68, 0x67, 11, 0x73, 0x27, 0x32})),
                    "What LoRaWAN devices send whose network server decodes nothing. Each value says its type; the channel follows in the pointer. A payload that is cut off or holds an unknown type is refused as a whole, and so is a port on which nothing is measured."),
            new Format(
                    "Zigbee2MQTT",
                    new Zigbee2mqttDecoder(),
                    sample("zigbee2mqtt.json"),
                    "Topic `zigbee2mqtt/{sensor}`. The time is `last_seen`, if Zigbee2MQTT is told to send it."),
            new Format(
                    "Tasmota",
                    new TasmotaDecoder(),
                    sample("tasmota.json"),
                    "Topic `tele/{sensor}/SENSOR`. Its times have no zone: they are in the zone of the connection. Units follow `TempUnit` and `PressureUnit`."),
            new Format(
                    "Shelly, from generation 2",
                    new ShellyDecoder(),
                    sample("shelly.json"),
                    "Topic `{sensor}/events/rpc`. Energy is in watt hours; the minutes in `by_minute` are in the total already."),
            new Format(
                    "Sensor.Community",
                    new SensorCommunityDecoder(),
                    sample("sensor-community.json"),
                    "Web hook `/api/v1/hooks/sensor-community`. The sensor is what the device says in `X-Sensor`. Pressure is in pascal; P1 is PM10, P2 is PM2.5. Its messages carry no time."),
            new Format(
                    "One number as text",
                    new PlainNumberDecoder(),
                    sample("plain-number.txt"),
                    "Any topic, where the connection or the sensor names this format. The arrival counts."),
            new Format(
                    "Other JSON",
                    new JsonFieldsDecoder(),
                    sample("json.json"),
                    "Any topic, where the connection or the sensor names this format. Which field feeds which series says the registry. The arrival counts."));

    /** Those that have a sample of their own in the product. */
    private static final Map<String, String> SAMPLES = Map.of(
            "chirpstack", "chirpstack.json",
            "things-stack", "things-stack.json",
            "zigbee2mqtt", "zigbee2mqtt.json",
            "tasmota", "tasmota.json",
            "shelly", "shelly.json",
            "sensor-community", "sensor-community.json",
            "plain-number", "plain-number.txt",
            "json", "json.json");

    @Test
    void thePageOnFormatsTellsTheTruth() throws IOException {
        var drawn = draw();
        if (Boolean.getBoolean("docs.write")) Files.writeString(DOCUMENT, drawn);
        assertThat(Files.readString(DOCUMENT)).isEqualTo(drawn);
    }

    @Test
    void everySampleIsOnThePage() throws IOException {
        var page = Files.readString(DOCUMENT);
        assertThat(SAMPLES.values())
                .allSatisfy(sample -> assertThat(page).contains(sample(sample).strip()));
        try (var files = Files.list(Path.of("src/main/resources/city/cockpit/ingest/decode"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> SAMPLES.values().stream().noneMatch(name::equals)))
                    .filteredOn(name -> name.endsWith(".json") || name.endsWith(".txt"))
                    .as("a sample of a new format belongs on the page")
                    .isEmpty();
        }
    }

    private static String draw() {
        return """
                # Formats

                Drawn from the decoders and their samples by `FormatsDocumentTests`. A decoder of a maker's format brings every number under the JSON Pointer where it stands; the registry says which of them feeds which series, with scale and offset, and units are converted. Where nothing is said, a field feeds the series whose property is called as the field is. Words such as `ON` and truth values are 1 and 0; text that is no number is left out.

                %s
                """.formatted(FORMATS.stream().map(FormatsDocumentTests::section).collect(joining("\n\n")));
    }

    private static String section(Format format) {
        return """
                ## %s

                %s

                ```
                %s
                ```

                | Field | Value | Unit | Time |
                | --- | --- | --- | --- |
                %s""".formatted(format.title(), format.text(), format.sample().strip(), fields(format));
    }

    private static String fields(Format format) {
        Incoming message = Payloads.incoming("air-07", format.sample());
        return format.decoder().decode(message).orElseThrow().stream()
                .flatMap(FormatsDocumentTests::observation)
                .map(one -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                one.property(),
                                one.value(),
                                one.unit() == null ? "–" : "`" + one.unit() + "`",
                                one.timedOnArrival() ? "arrival" : one.time()))
                .collect(joining("\n"));
    }

    private static Stream<Observation> observation(Decoded found) {
        if (found instanceof Field(var observation)) return Stream.of(observation);
        return found instanceof Observation observation ? Stream.of(observation) : Stream.empty();
    }

    private static String sample(String name) {
        try (var file = CanonicalDecoder.class.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException("no sample " + name);
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
