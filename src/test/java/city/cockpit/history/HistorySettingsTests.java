package city.cockpit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HistorySettingsTests {

    @Test
    void theDefaults() {
        assertThat(settings(Map.of())).isEqualTo(new HistorySettings(Period.ofMonths(24), false));
    }

    @ParameterizedTest
    @CsvSource({
        "24m, 2024-11-22T10:15:00Z",
        "1y6m, 2025-05-22T10:15:00Z",
        "30d, 2026-10-23T10:15:00Z",
        "99y, 1927-11-22T10:15:00Z"
    })
    void readingsAreTakenFromAsFarBackAsTheTownKeepsThem(String retention, Instant oldest) {
        var kept = new HistoryConfiguration().retention(settings(Map.of("cockpit.history.retention", retention)));
        assertThat(kept.keptFrom(Instant.parse("2026-11-22T10:15:00Z"))).isEqualTo(oldest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0m", "-1y", "2000000000y", "forever"})
    void otherSettingsEndTheStart(String retention) {
        assertThatException().isThrownBy(() -> settings(Map.of("cockpit.history.retention", retention)));
    }

    private static HistorySettings settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("cockpit.history", HistorySettings.class);
    }
}
