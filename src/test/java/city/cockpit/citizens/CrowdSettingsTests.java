package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrowdSettingsTests {

    @Test
    void aTownThatSaysNothingGetsWhatItsServerCarries() {
        assertThat(new CrowdSettings(0, Duration.ofMinutes(1)).most()).isBetween(100, 100_000);
    }

    @Test
    void aTownSaysHowManyItself() {
        assertThat(new CrowdSettings(40, Duration.ofMinutes(1)).most()).isEqualTo(40);
    }

    @Test
    void lessThanNoneIsRefused() {
        assertThatThrownBy(() -> new CrowdSettings(-1, Duration.ofMinutes(1))).hasMessageContaining("cockpit.crowd");
    }
}
