package city.cockpit.town;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Town;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

class TownEndpointTests {

    private final TownHall hall =
            InMemoryTown.hall(new Town("Musterstadt", ZoneId.of("Europe/Berlin")), () -> Instant.EPOCH);
    private final RestTestClient browser =
            RestTestClient.bindToController(new TownEndpoint(hall)).build();

    @Test
    void armsAreKeptForEverAndCanDoNothing() {
        var arms = hall.now().profile().arms();
        browser.get()
                .uri("/" + arms.path())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/svg+xml")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
                .expectBody(byte[].class)
                .isEqualTo(arms.bytes());
    }

    @Test
    void armsThatNobodyHasAreNotFound() {
        assertThat(status("/town/arms/0123456789abcdef")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status("/town/arms/..%2f..%2fetc")).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void theBoundaryIsThereOnceTheTownHasOne() {
        assertThat(status("/town/boundary.geojson")).isEqualTo(HttpStatus.NOT_FOUND);
        var boundary = BoundaryReader.ofKept(
                "{\"type\":\"Polygon\",\"coordinates\":[[[9.7,50.86],[9.72,50.86],[9.72,50.88],[9.7,50.86]]]}");
        var before = hall.now().profile();
        hall.save(
                0,
                new TownProfile(
                        before.name(),
                        before.zone(),
                        before.accent(),
                        before.arms(),
                        "",
                        Optional.of(boundary),
                        before.contact(),
                        before.texts(),
                        before.licence()),
                "anna");
        browser.get()
                .uri("/town/boundary.geojson")
                .exchange()
                .expectHeader()
                .contentType("application/geo+json")
                .expectBody(String.class)
                .isEqualTo(boundary.toGeoJson());
    }

    private HttpStatus status(String address) {
        return HttpStatus.valueOf(
                browser.get().uri(address).exchange().returnResult().getStatus().value());
    }
}
