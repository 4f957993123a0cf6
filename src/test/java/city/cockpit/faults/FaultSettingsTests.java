package city.cockpit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FaultSettingsTests {

    @Test
    void theDefaults() {
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("cockpit.faults", FaultSettings.class))
                .isEqualTo(new FaultSettings(Duration.ofDays(365), Duration.ofDays(30)));
    }

    @Test
    void nothingIsKeptForNoTimeAtAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FaultSettings(Duration.ZERO, Duration.ofDays(30)));
    }
}
