package city.cockpit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.ingest.DeviceReport.Refused;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pipeline passes on of devices; the ledger knows nothing of it. */
class DeviceReportTests {

    private static final Instant MEASURED = Instant.parse("2026-11-22T10:14:00Z");

    @Test
    void aMessageTellsOfItsDeviceOnceItIsStored() {
        try (var city = new City().withSensor("bat-1/temperature").started()) {
            city.receives(
                    "city/bat-1",
                    "{\"linkquality\":12,\"battery\":9,\"temperature\":20.5,\"last_seen\":\"2026-11-22T10:14:00Z\"}");
            var report = only(city);
            assertThat(report.sensor().value()).isEqualTo("bat-1");
            assertThat(report.vitals()).containsOnly(Map.entry(Vital.BATTERY, 9.0), Map.entry(Vital.ZIGBEE, 12.0));
            assertThat(report.newest()).contains(MEASURED);
            assertThat(report.refused()).isEmpty();
            assertThat(city.ledger()).isEqualTo(City.counts().stored(1).sum());
        }
    }

    @Test
    void whatIsRefusedIsToldWithItsReason() {
        try (var city = new City().withSensor("air-07/pm10").started()) {
            city.receives("city/air-07", "{\"time\":\"2026-11-22T10:14:00Z\",\"values\":{\"pm10\":-3}}");
            assertThat(only(city).refused()).extracting(Refused::reason).containsExactly(RejectReason.IMPOSSIBLE_VALUE);
        }
    }

    @Test
    void aDeviceWithoutAClockOfItsOwnTellsOfNone() {
        try (var city = new City().withSensor("air-07/pm10").started()) {
            city.receives("city/air-07", "{\"values\":{\"pm10\":3}}");
            assertThat(only(city).newest()).isEmpty();
        }
    }

    @Test
    void ofStrangersNothingIsTold() {
        try (var city = new City().withSensor("air-07/pm10").started()) {
            city.receives("city/stranger", "{\"linkquality\":12,\"temperature\":20.5}");
            city.receives("city/air-07", "{\"values\":{\"pm10\":3}}");
            assertThat(only(city).sensor().value()).isEqualTo("air-07");
        }
    }

    private static DeviceReport only(City city) {
        await().untilAsserted(() -> assertThat(city.deviceReports()).hasSize(1));
        return city.deviceReports().getFirst();
    }
}
