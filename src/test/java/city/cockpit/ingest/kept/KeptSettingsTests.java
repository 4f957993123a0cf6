package city.cockpit.ingest.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class KeptSettingsTests {

    @Test
    void theDefaults() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("cockpit.ingest.kept", KeptSettings.class);
        assertThat(settings)
                .isEqualTo(new KeptSettings(10_000, DataSize.ofMegabytes(64), Duration.ofDays(30), 1_000, 200, 6_000));
    }
}
