package city.cockpit.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapSettingsTests {

    private static final Map<String, String> WMS = Map.of(
            "cockpit.map.kind", "wms",
            "cockpit.map.url", "https://maps.example/wms",
            "cockpit.map.layer", "dop",
            "cockpit.map.attribution", "© Landesamt");

    @Test
    void theDefaults() {
        assertThat(BaseMaps.settings(Map.of()))
                .isEqualTo(new MapSettings(
                        MapSettings.Kind.NONE,
                        "",
                        "",
                        "",
                        "GoogleMapsCompatible",
                        "image/png",
                        "",
                        19,
                        Duration.ofSeconds(8)));
        assertThat(BaseMaps.none().layer()).isEmpty();
    }

    @Test
    void aServiceBecomesALayerThatNamesWhoseMapItIs() {
        assertThat(new BaseMap(BaseMaps.settings(WMS)).layer())
                .contains(new BaseLayer("map/tiles/{z}/{x}/{y}", "© Landesamt", 19));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attribution | ''                            | cockpit.map.attribution does not say whose map it is",
                "layer       | ' '                           | cockpit.map.layer names no layer",
                "url         | ''                            | cockpit.map.url is no address of the web",
                "url         | file:///etc/passwd            | cockpit.map.url is no address of the web",
                "url         | https://name:word@maps.example | cockpit.map.url is no address of the web",
                "kind        | xyz                           | cockpit.map.url has no {z}, {x} and {y}",
                "format      | image/svg+xml                 | cockpit.map.format is none of image/png",
                "max-zoom    | 23                            | cockpit.map.max-zoom is not 0 to 22"
            })
    void whatCannotWorkIsRefusedInOneSentence(String name, String value, String sentence) {
        var settings = new HashMap<>(WMS);
        settings.put("cockpit.map." + name, value);
        assertThatThrownBy(() -> BaseMaps.settings(settings)).rootCause().hasMessageStartingWith(sentence);
    }
}
