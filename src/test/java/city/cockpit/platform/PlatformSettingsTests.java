package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PlatformSettingsTests {

    private static final Binder NOTHING_SET = new Binder(new MapConfigurationPropertySource(Map.of()));

    @Test
    void theDefaultsAreTheOnesOfTheReadme() {
        assertThat(NOTHING_SET.bindOrCreate("cockpit.platform", PlatformSettings.class))
                .isEqualTo(new PlatformSettings(1883, 8883, 0, null));
        assertThat(NOTHING_SET.bindOrCreate("cockpit", DataFolder.class)).isEqualTo(new DataFolder(Path.of("data")));
    }
}
