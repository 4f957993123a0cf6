package city.cockpit.ingest.decode;

import static city.cockpit.ingest.RejectReason.MALFORMED;
import static city.cockpit.ingest.RejectReason.MALFORMED_TIME;
import static city.cockpit.ingest.decode.Payloads.ARRIVAL;
import static city.cockpit.ingest.decode.Payloads.incoming;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Field;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Decoder;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What towns really have: each maker's message, as it comes. */
class DeviceFormatsTests {

    private static final Instant MEASURED = Instant.parse("2026-11-22T09:14:58Z");

    private final Decoder chirpstack = new ChirpstackDecoder();
    private final Decoder thingsStack = new ThingsStackDecoder();

    @Test
    void chirpstackBringsWhatItsCodecMadeOfThePayload() throws IOException {
        assertThat(sample(chirpstack, "chirpstack.json"))
                .containsEntry("/temperature", "21.5 at 2026-11-22T09:14:58.223417Z")
                .containsEntry("/humidity", "51.5 at 2026-11-22T09:14:58.223417Z")
                .hasSize(5);
    }

    @Test
    void aDeviceWithoutCodecSpeaksCayenneAndEveryTypeKnowsItsUnit() {
        var payload = "0367 0110 0567 FF01 0A68 67 0B73 2732 0188 06765F F2960A 0003E8 0402 FE0C";
        assertThat(words(decode(chirpstack, raw(payload, 1))))
                .containsEntry("/temperature/3", "27.2 Cel")
                .containsEntry("/temperature/5", "-25.5 Cel")
                .containsEntry("/humidity/10", "51.5 %")
                .containsEntry("/barometer/11", "1003.4 hPa")
                .containsEntry("/location/1/latitude", "42.3519")
                .containsEntry("/location/1/longitude", "-87.9094")
                .containsEntry("/location/1/altitude", "10.0")
                .containsEntry("/analog_input/4", "-5.0")
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "036701,         1, cut off: temperature needs 2 bytes",
        "03670110 05,    1, cut off after the last channel",
        "03FF0110,       1, unknown type 255 at byte 1",
        "03670110,       0, nothing is measured on port 0",
        "03670110,     224, nothing is measured on port 224"
    })
    void aPayloadThatIsCutOffOrOfAnUnknownTypeOrPortIsRefusedWithTheReason(String payload, int port, String reason) {
        assertThat(decode(chirpstack, raw(payload, port))).singleElement().satisfies(one -> {
            assertThat(one).isInstanceOf(Refusal.class);
            assertThat(((Refusal) one).reason()).isEqualTo(MALFORMED);
            assertThat(((Refusal) one).detail()).contains(reason);
        });
    }

    @Test
    void otherEventsOfADeviceMeasureNothingAndAreNoFault() {
        assertThat(decode(
                        chirpstack,
                        "{\"time\":\"2026-11-22T09:14:58Z\",\"deviceInfo\":{\"devEui\":\"24\"},\"margin\":7}"))
                .isEmpty();
        assertThat(decode(thingsStack, "{\"end_device_ids\":{\"device_id\":\"pegel\"},\"join_accept\":{}}"))
                .isEmpty();
        assertThat(decode(
                        new ShellyDecoder(), "{\"src\":\"shelly-1\",\"method\":\"NotifyEvent\",\"params\":{\"ts\":1}}"))
                .isEmpty();
    }

    @Test
    void theThingsStackSaysWhenItReceivedAndWhatSomebodySimulatesIsNoMeasurement() throws IOException {
        assertThat(sample(thingsStack, "things-stack.json"))
                .containsOnly(
                        Map.entry("/water_level", "1.37 at 2026-11-22T09:14:58.317Z"),
                        Map.entry("/battery", "3.61 at 2026-11-22T09:14:58.317Z"));
        assertThat(decode(
                        thingsStack,
                        "{\"end_device_ids\":{\"device_id\":\"pegel\"},\"simulated\":true,\"uplink_message\":{}}"))
                .containsExactly(new Refusal(MALFORMED, "simulated in the console, not measured"));
    }

    @Test
    void zigbeeDevicesTellTheirLastMomentOrNone() throws IOException {
        assertThat(sample(new Zigbee2mqttDecoder(), "zigbee2mqtt.json"))
                .containsEntry("/temperature", "20.64 Cel at 2026-11-22T09:14:58Z")
                .containsEntry("/pressure", "1003.0 hPa at 2026-11-22T09:14:58Z")
                .doesNotContainKey("/last_seen");
        assertThat(decode(new Zigbee2mqttDecoder(), "{\"linkquality\":9,\"contact\":false,\"occupancy\":true}"))
                .contains(
                        new Field(new Observation("/contact", 0, null, ARRIVAL, true)),
                        new Field(new Observation("/occupancy", 1, null, ARRIVAL, true)));
    }

    @Test
    void tasmotaWritesTheTimeOfItsPlaceAndSaysItsUnits() throws IOException {
        assertThat(sample(new TasmotaDecoder(), "tasmota.json"))
                .containsEntry("/BME280/Temperature", "8.4 Cel at 2026-11-22T09:14:58Z")
                .containsEntry("/ENERGY/Total", "1248.113 kW.h at 2026-11-22T09:14:58Z")
                .containsEntry("/ENERGY/Power", "312.0 W at 2026-11-22T09:14:58Z")
                .doesNotContainKey("/ENERGY/TotalStartTime");
        assertThat(words(decode(new TasmotaDecoder(), """
                        {"Time":"2026-11-22T10:14:58","AM2301":{"Temperature":70.1,"Humidity":null},"BMP":{"Pressure":752},
                         "TempUnit":"F","PressureUnit":"mmHg"}""")))
                .containsOnly(
                        Map.entry("/AM2301/Temperature", "70.1 [degF]"), Map.entry("/BMP/Pressure", "752.0 mm[Hg]"));
        assertThat(decode(new TasmotaDecoder(), "{\"Time\":\"gestern\",\"BMP\":{\"Pressure\":752}}"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Refusal.class, one -> assertThat(one.reason()).isEqualTo(MALFORMED_TIME));
    }

    @Test
    void shellyCountsEnergyInWattHoursAndItsMinutesAreNotCountedAgain() throws IOException {
        assertThat(sample(new ShellyDecoder(), "shelly.json"))
                .containsEntry("/temperature:0/tC", "19.8 Cel at 2026-11-22T09:14:58.430Z")
                .containsEntry("/switch:0/aenergy/total", "1248113.2 W.h at 2026-11-22T09:14:58.430Z")
                .containsEntry("/switch:0/output", "1.0 at 2026-11-22T09:14:58.430Z")
                .doesNotContainKey("/switch:0/aenergy/by_minute/0")
                .doesNotContainKey("/ts");
        assertThat(
                        decode(
                                new ShellyDecoder(),
                                "{\"src\":\"s\",\"method\":\"NotifyFullStatus\",\"params\":{\"ts\":null,\"humidity:0\":{\"rh\":42.2}}}"))
                .as("before it knows the time")
                .containsExactly(new Field(new Observation("/humidity:0/rh", 42.2, "%", ARRIVAL, true)));
    }

    @Test
    void citizensDustSensorsWriteNumbersAsText() throws IOException {
        assertThat(words(decode(new SensorCommunityDecoder(), text("sensor-community.json"))))
                .containsEntry("/SDS_P1", "12.3 ug/m3")
                .containsEntry("/SDS_P2", "5.1 ug/m3")
                .containsEntry("/BME280_pressure", "100213.19 Pa");
        assertThat(decode(
                        new SensorCommunityDecoder(),
                        "{\"sensordatavalues\":[{\"value_type\":\"SDS_P1\",\"value\":\"nan\"}]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"21.5, 21.5", "'21,5', 21.5", "' -3 °C ', -3.0 °C", "1e3, 1000.0"})
    void oneNumberIsAMessage(String payload, String said) {
        assertThat(words(decode(new PlainNumberDecoder(), payload))).containsOnly(Map.entry("", said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "unavailable", "unknown", "null"})
    void theWordsForNoValueAreNoValue(String payload) {
        assertThat(decode(new PlainNumberDecoder(), payload)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"warm", "", "21.5.3", "0x15", "1e999", "١٢"})
    void whatIsNoNumberIsAnotherFormat(String payload) {
        assertThat(new PlainNumberDecoder().decode(incoming("haus", payload))).isEmpty();
    }

    @Test
    void anyOtherJsonIsReachedByPointer() throws IOException {
        assertThat(words(decode(new JsonFieldsDecoder(), text("json.json"))))
                .containsOnly(Map.entry("/readings/water/level_mm", "1370.0"), Map.entry("/readings/solar_v", "3.61"));
        assertThat(words(decode(new JsonFieldsDecoder(), "{\"a/b\":{\"c~d\":[1,{\"e\":2}]}}")))
                .containsOnly(Map.entry("/a~1b/c~0d/0", "1.0"), Map.entry("/a~1b/c~0d/1/e", "2.0"));
    }

    @Test
    void noFormatTakesTheSampleOfAnotherForItsOwn() throws IOException {
        var formats = Map.of(
                "chirpstack.json", chirpstack,
                "things-stack.json", thingsStack,
                "zigbee2mqtt.json", new Zigbee2mqttDecoder(),
                "tasmota.json", new TasmotaDecoder(),
                "shelly.json", new ShellyDecoder(),
                "sensor-community.json", new SensorCommunityDecoder());
        for (var sample : formats.keySet())
            for (var format : formats.entrySet())
                assertThat(format.getValue()
                                .decode(incoming("one", text(sample)))
                                .isPresent())
                        .as("%s read as %s", sample, format.getKey())
                        .isEqualTo(sample.equals(format.getKey()));
    }

    private static String raw(String hex, int port) {
        var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return "{\"time\":\"%s\",\"deviceInfo\":{\"devEui\":\"24e1\"},\"fPort\":%d,\"data\":\"%s\"}"
                .formatted(MEASURED, port, Base64.getEncoder().encodeToString(bytes));
    }

    private static List<Decoded> decode(Decoder format, String payload) {
        return format.decode(incoming("one", payload)).orElseThrow();
    }

    private static String text(String name) throws IOException {
        try (var sample = ChirpstackDecoder.class.getResourceAsStream(name)) {
            assertThat(sample).isNotNull();
            return new String(sample.readAllBytes(), UTF_8);
        }
    }

    /** Value, unit and time of each field. */
    private static Map<String, String> sample(Decoder format, String name) throws IOException {
        return decode(format, text(name)).stream()
                .map(DeviceFormatsTests::observation)
                .collect(toMap(Observation::property, one -> said(one) + " at " + one.time()));
    }

    private static Map<String, String> words(List<Decoded> found) {
        return found.stream()
                .map(DeviceFormatsTests::observation)
                .collect(toMap(Observation::property, DeviceFormatsTests::said));
    }

    private static String said(Observation one) {
        return one.unit() == null ? String.valueOf(one.value()) : one.value() + " " + one.unit();
    }

    private static Observation observation(Decoded found) {
        return ((Field) found).observation();
    }
}
