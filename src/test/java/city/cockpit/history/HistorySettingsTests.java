package city.cockpit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
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

    private static final Instant ARRIVAL = Instant.parse("2026-11-22T10:15:00Z");
    private static final ObservedProperties PROPERTIES = ObservedProperties.load();

    @Test
    void theDefaults() {
        assertThat(settings(Map.of())).isEqualTo(new HistorySettings(Period.ofMonths(24), Map.of(), null, false));
    }

    @ParameterizedTest
    @CsvSource({
        "24m, 2024-11-22T10:15:00Z",
        "1y6m, 2025-05-22T10:15:00Z",
        "30d, 2026-10-23T10:15:00Z",
        "99y, 1927-11-22T10:15:00Z"
    })
    void readingsAreTakenFromAsFarBackAsTheTownKeepsThem(String retention, Instant oldest) {
        var kept = retention(Map.of("cockpit.history.retention", retention));
        assertThat(kept.keptFrom(property("pm10"), ARRIVAL)).isEqualTo(oldest);
        assertThat(kept.rollupsKeptFrom(ARRIVAL)).isEmpty();
    }

    @Test
    void aPropertyMayBeKeptForAnotherTimeThanTheOthers() {
        var kept = retention(Map.of(
                "cockpit.history.retention-of[laeq]",
                "6m",
                "cockpit.history.retention-of[pm2_5]",
                "9m",
                "cockpit.history.rollup-retention",
                "10y"));
        assertThat(kept.keptFrom(property("laeq"), ARRIVAL)).isEqualTo("2026-05-22T10:15:00Z");
        assertThat(kept.keptFrom(property("pm2_5"), ARRIVAL)).isEqualTo("2026-02-22T10:15:00Z");
        assertThat(kept.keptFrom(property("pm10"), ARRIVAL)).isEqualTo("2024-11-22T10:15:00Z");
        assertThat(kept.rollupsKeptFrom(ARRIVAL)).contains(Instant.parse("2016-11-22T10:15:00Z"));
    }

    @Test
    void whatNobodyObservesIsNotKeptForAnyTime() {
        assertThatException().isThrownBy(() -> retention(Map.of("cockpit.history.retention-of.happiness", "6m")));
    }

    private static Retention retention(Map<String, String> given) {
        return new HistoryConfiguration().retention(settings(given), PROPERTIES);
    }

    private static ObservedProperty property(String key) {
        return PROPERTIES.find(key).orElseThrow();
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
