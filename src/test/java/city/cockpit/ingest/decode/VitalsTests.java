package city.cockpit.ingest.decode;

import static city.cockpit.ingest.decode.Payloads.incoming;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Vital;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What devices say of themselves beside what they measure. */
class VitalsTests {

    private static final String STATUS = "{\"time\":\"2026-11-22T09:14:58Z\",\"deviceInfo\":{\"devEui\":\"24\"},%s}";

    @Test
    void theGatewayThatHearsADeviceBestCounts() {
        assertThat(vitals(new ChirpstackDecoder(), """
                        {"deviceInfo":{"devEui":"24"},"object":{"battery":92},
                         "rxInfo":[{"rssi":-118,"snr":-9.5},{"rssi":-97,"snr":1.5},{"rssi":-101}],
                         "txInfo":{"modulation":{"lora":{"spreadingFactor":7}}}}"""))
                .containsOnly(
                        Map.entry(Vital.BATTERY, 92.0),
                        Map.entry(Vital.LORA, -97.0),
                        Map.entry(Vital.LORA_SNR, 1.5),
                        Map.entry(Vital.LORA_MARGIN, 9.0));
    }

    @Test
    void theStatusOfALorawanDeviceTellsOfBatteryAndMargin() {
        assertThat(vitals(new ChirpstackDecoder(), STATUS.formatted("\"margin\":7,\"batteryLevel\":98.4")))
                .containsOnly(Map.entry(Vital.LORA_MARGIN, 7.0), Map.entry(Vital.BATTERY, 98.4));
        assertThat(vitals(new ChirpstackDecoder(), STATUS.formatted("\"margin\":7")))
                .as("what is zero is left out")
                .containsEntry(Vital.BATTERY, 0.0);
        assertThat(vitals(new ChirpstackDecoder(), STATUS.formatted("\"margin\":7,\"externalPowerSource\":true")))
                .containsOnlyKeys(Vital.LORA_MARGIN);
        assertThat(vitals(new ChirpstackDecoder(), STATUS.formatted("\"batteryLevelUnavailable\":true")))
                .doesNotContainKey(Vital.BATTERY);
    }

    @Test
    void joiningSaysNothingOfTheDevice() {
        assertThat(vitals(new ChirpstackDecoder(), STATUS.formatted("\"devAddr\":\"00189440\"")))
                .isEmpty();
    }

    @Test
    void aFractionAsLargeAsACellHasVoltsIsVolts() throws IOException {
        assertThat(vitals(new ThingsStackDecoder(), sample("things-stack.json")))
                .containsOnly(
                        Map.entry(Vital.BATTERY_VOLTAGE, 3.61),
                        Map.entry(Vital.LORA, -103.0),
                        Map.entry(Vital.LORA_SNR, 4.2));
        assertThat(vitals(new ThingsStackDecoder(), """
                        {"end_device_ids":{"device_id":"pegel"},"uplink_message":{
                         "last_battery_percentage":{"f_cnt":1,"value":60.5},"rx_metadata":[{"rssi":-119,"snr":-18}],
                         "settings":{"data_rate":{"lora":{"spreading_factor":12}}}}}"""))
                .containsEntry(Vital.BATTERY, 60.5)
                .containsEntry(Vital.LORA_MARGIN, 2.0);
    }

    @Test
    void whatSomebodySimulatesInTheConsoleTellsOfNoDevice() {
        assertThat(vitals(new ThingsStackDecoder(), """
                        {"end_device_ids":{"device_id":"pegel"},"simulated":true,
                         "uplink_message":{"rx_metadata":[{"rssi":42,"snr":4}],"decoded_payload":{"battery":1}}}""")).isEmpty();
    }

    @Test
    void devicesInHousesTellOfTheirRadio() throws IOException {
        assertThat(vitals(new Zigbee2mqttDecoder(), sample("zigbee2mqtt.json")))
                .containsOnly(
                        Map.entry(Vital.BATTERY, 87.0),
                        Map.entry(Vital.ZIGBEE, 112.0),
                        Map.entry(Vital.BATTERY_VOLTAGE, 2.985));
        assertThat(vitals(new SensorCommunityDecoder(), sample("sensor-community.json")))
                .containsOnly(Map.entry(Vital.WIFI, -67.0));
        assertThat(vitals(new ShellyDecoder(), """
                        {"src":"shellyht-1","method":"NotifyFullStatus","params":{"ts":1795338898.43,
                         "wifi":{"rssi":-71},"devicepower:0":{"battery":{"V":5.38,"percent":84}}}}"""))
                .containsOnly(
                        Map.entry(Vital.WIFI, -71.0),
                        Map.entry(Vital.BATTERY, 84.0),
                        Map.entry(Vital.BATTERY_VOLTAGE, 5.38));
    }

    @Test
    void theStateOfATasmotaDeviceMeasuresNothingAndIsNoFault() {
        var state = """
                {"Time":"2026-11-22T10:14:58","Uptime":"0T01:00:12","UptimeSec":3612,"Heap":27,
                 "Wifi":{"AP":1,"SSId":"stadt","RSSI":38,"Signal":-81}}""";
        assertThat(new TasmotaDecoder().decode(incoming("one", state)).orElseThrow())
                .isEmpty();
        assertThat(vitals(new TasmotaDecoder(), state)).containsOnly(Map.entry(Vital.WIFI, -81.0));
    }

    @Test
    void nonsenseIsNotSaid() {
        assertThat(vitals(new Zigbee2mqttDecoder(), "{\"linkquality\":900,\"battery\":255,\"voltage\":\"x\"}"))
                .isEmpty();
        assertThat(vitals(new JsonFieldsDecoder(), "{\"battery\":-1,\"rssi\":0}"))
                .isEmpty();
        assertThat(vitals(new ChirpstackDecoder(), "{\"deviceInfo\":{\"devEui\":\"24\"},\"rxInfo\":{\"rssi\":\"x\"}}"))
                .isEmpty();
    }

    private static Map<Vital, Double> vitals(Decoder format, String payload) {
        return format.vitals(incoming("one", payload));
    }

    private static String sample(String name) throws IOException {
        try (var sample = ChirpstackDecoder.class.getResourceAsStream(name)) {
            assertThat(sample).isNotNull();
            return new String(sample.readAllBytes(), UTF_8);
        }
    }
}
