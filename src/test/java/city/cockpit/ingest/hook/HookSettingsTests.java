package city.cockpit.ingest.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HookSettingsTests {

    @Test
    void theDefaults() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("cockpit.ingest.hook", HookSettings.class);
        assertThat(settings).isEqualTo(new HookSettings(200, Duration.ofSeconds(8), Duration.ofSeconds(10)));
    }
}
