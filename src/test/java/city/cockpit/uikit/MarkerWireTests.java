package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Site;
import city.cockpit.uikit.SiteMarker.Face;
import city.cockpit.uikit.SiteMarker.Look;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkerWireTests {

    private final SiteMarker market = marker("markt", face(Domain.AIR, "9"), face(Domain.NOISE, "61"));
    private final SiteMarker station = marker("bahnhof", face(Domain.PARKING, "P 120"));

    @Test
    void aMapThatShowsNothingIsToldEverySite() {
        assertThat(MarkerWire.of(List.of(market, station), List.of()).toString())
                .contains("\"key\":\"markt\"", "\"domain\":\"air\"", "\"key\":\"bahnhof\"", "\"text\":\"P 120\"");
    }

    @Test
    void ofAValueThatChangedOnlyItsFaceTravels() {
        var louder = marker("markt", face(Domain.AIR, "9"), face(Domain.NOISE, "74"));
        assertThat(MarkerWire.of(List.of(louder, station), List.of(market, station))
                        .toString())
                .isEqualTo("[{\"key\":\"markt\",\"changed\":{\"1\":"
                        + "{\"look\":\"plain\",\"text\":\"74\",\"doubt\":false,\"words\":\"74\"}}}]");
    }

    @Test
    void whatBecameMoreUrgentIsToldWholeBecauseItsFacesChangePlaces() {
        var turned = marker("markt", face(Domain.NOISE, "74"), face(Domain.AIR, "9"));
        assertThat(MarkerWire.of(List.of(turned), List.of(market)).get(0).has("title"))
                .isTrue();
    }

    @Test
    void aSiteThatIsGoneHasNoFaces() {
        assertThat(MarkerWire.of(List.of(market), List.of(market, station)).toString())
                .isEqualTo("[{\"key\":\"bahnhof\",\"faces\":[]}]");
    }

    private static SiteMarker marker(String key, Face... faces) {
        return new SiteMarker(
                new Site(key, key, "", 50.9, 11.6), Stream.of(faces).toList());
    }

    private static Face face(Domain domain, String text) {
        return new Face(domain, Look.PLAIN, text, text, "", "", text);
    }
}
