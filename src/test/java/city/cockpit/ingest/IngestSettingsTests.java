package city.cockpit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class IngestSettingsTests {

    @Test
    void theDefaults() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("cockpit.ingest", IngestSettings.class);
        assertThat(settings)
                .isEqualTo(new IngestSettings(
                        List.of(
                                "city/#",
                                "tele/+/SENSOR",
                                "tele/+/STATE",
                                "zigbee2mqtt/+",
                                "application/+/device/+/event/up",
                                "application/+/device/+/event/status",
                                "+/events/rpc"),
                        1_000,
                        Duration.ofMillis(10),
                        20_000,
                        DataSize.ofMegabytes(64),
                        256,
                        DataSize.ofKilobytes(64),
                        2_000,
                        8,
                        10_000,
                        40,
                        1_024,
                        128,
                        Duration.ofSeconds(5)));
    }
}
