package city.cockpit.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTests {

    @Test
    void unlessToldOtherwiseNoMailIsSent() {
        var settings = bound(Map.of());
        assertThat(settings)
                .isEqualTo(new AccessSettings(
                        Path.of("data"),
                        new AccessSettings.Access(
                                Optional.empty(), Optional.empty(), false, new AccessSettings.Oidc(""))));
    }

    @Test
    void mailsComeFromTheAddressOfTheCockpitOrFromWhomTheTownSays() {
        var settings = bound(Map.of("cockpit.access.address", "https://cockpit.example.org:8443/sub/"))
                .access();
        assertThat(settings.base()).contains("https://cockpit.example.org:8443/sub");
        assertThat(settings.sender()).isEqualTo("cockpit@cockpit.example.org");
        var told = bound(Map.of(
                        "cockpit.access.address", "https://cockpit.example.org",
                        "cockpit.access.mail-from", "rathaus@example.org"))
                .access();
        assertThat(told.sender()).isEqualTo("rathaus@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit.example.org", "ftp://cockpit.example.org", "https:///a", "https://a.example/#b"})
    void whatNoBrowserOpensIsRefused(String address) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bound(Map.of("cockpit.access.address", address)));
    }

    private static AccessSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("cockpit", AccessSettings.class);
    }
}
