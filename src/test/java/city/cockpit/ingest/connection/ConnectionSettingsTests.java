package city.cockpit.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.connection.ConnectionSettings.Ingest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConnectionSettingsTests {

    @Test
    void theDefaults() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("cockpit", ConnectionSettings.class);
        assertThat(settings).isEqualTo(new ConnectionSettings(Path.of("data"), new Ingest("", Duration.ofSeconds(2))));
    }

    @Test
    void theKeyIsNeverTold() {
        assertThat(new ConnectionSettings(Path.of("data"), new Ingest("secret", Duration.ofSeconds(2))).toString())
                .doesNotContain("secret");
    }
}
