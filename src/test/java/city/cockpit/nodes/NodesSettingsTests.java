package city.cockpit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NodesSettingsTests {

    @Test
    void theDefaults() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("cockpit.nodes", NodesSettings.class);
        assertThat(settings).isEqualTo(new NodesSettings(Duration.ofSeconds(15)));
    }
}
