package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.uikit.ClusterMap.Look;
import city.cockpit.uikit.ClusterMap.Spot;
import city.cockpit.uikit.ClusterMap.View;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However much there is, the map shows what fits on it. */
class ClusterMapTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final ClusterMap map =
            new ClusterMap(new Wording(Locale.GERMAN, ZoneId.of("Europe/Berlin")), Optional.empty());
    private List<JsonNode> told = List.of();

    @Test
    void whatIsCloseTogetherIsOneMarkerWithTheMostUrgentLook() {
        map.show(List.of(
                spot("a", 50.9000, 11.6000, 1, Look.GOOD),
                spot("b", 50.9001, 11.6001, 2, Look.WARNING),
                spot("c", 50.9500, 11.7000, 1, Look.GOOD)));
        look(11.5, 50.8, 11.8, 51.0, 100);
        var markers = sent();
        assertThat(markers).hasSize(2);
        var together =
                markers.stream().filter(one -> one.has("extent")).findFirst().orElseThrow();
        assertThat(face(together).path("text").asString()).isEqualTo("3");
        assertThat(face(together).path("look").asString()).isEqualTo("warning");
        assertThat(together.path("title").asString()).isEqualTo("2 Standorte");
    }

    @Test
    void aCloserLookPartsThemAndNothingElseIsToldAgain() {
        map.show(List.of(spot("a", 50.9000, 11.6000, 1, Look.GOOD), spot("b", 50.9010, 11.6020, 1, Look.GOOD)));
        look(11.5, 50.8, 11.8, 51.0, 100);
        assertThat(sent()).hasSize(1);
        look(11.59, 50.89, 11.61, 50.91, 1);
        assertThat(sent().stream().filter(one -> !one.path("faces").isEmpty()))
                .extracting(one -> one.path("key").asString())
                .containsExactlyInAnyOrder("a", "b");
        look(11.591, 50.891, 11.611, 50.911, 1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void whatIsOutOfSightIsNotTold() {
        map.show(List.of(spot("a", 50.9, 11.6, 1, Look.GOOD), spot("far", 48.1, 11.5, 1, Look.GOOD)));
        look(11.5, 50.8, 11.8, 51.0, 10);
        assertThat(sent()).extracting(one -> one.path("key").asString()).containsExactly("a");
    }

    @Test
    void tenThousandSpotsBecomeAFewHundredMarkersAtOnce() {
        var chance = new Random(7);
        map.show(IntStream.range(0, 10_000)
                .mapToObj(i -> spot(
                        "s" + i, 50.85 + 0.1 * chance.nextDouble(), 11.5 + 0.2 * chance.nextDouble(), 1, Look.GOOD))
                .toList());
        var begin = System.nanoTime();
        look(11.5, 50.85, 11.7, 50.95, 20);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(sent().size()).isBetween(50, 700);
    }

    private static Spot spot(String key, double latitude, double longitude, int count, Look look) {
        return new Spot(key, key, latitude, longitude, count, look, key);
    }

    private void look(double west, double south, double east, double north, double resolution) {
        told = map.news(new View(west, south, east, north, resolution)).stream()
                .map(JSON::readTree)
                .toList();
    }

    private List<JsonNode> sent() {
        return told;
    }

    private static JsonNode face(JsonNode marker) {
        return marker.path("faces").path(0);
    }
}
