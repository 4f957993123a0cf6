package city.cockpit.basemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.FakeCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a browser gets that asks this server for the background, whatever the map service does. */
class TileEndpointTests {

    /** The market place of the demo town. */
    private static final String TILE = "/map/tiles/12/2158/1373";

    private final MapService service = new MapService();
    private final FakeCatalog catalog = new FakeCatalog();
    private Instant now = Instant.parse("2026-05-21T10:00:00Z");
    private TileFetcher fetcher;
    private MockMvcTester browser;

    @BeforeEach
    void aTownWithAMapService() {
        catalog.add("air-markt/pm10", "Markt");
        configure(Map.of("kind", "xyz", "url", service.url() + "/{z}/{x}/{y}.png"));
    }

    private void configure(Map<String, String> values) {
        var properties = new HashMap<>(Map.of("cockpit.map.attribution", "© Landesamt", "cockpit.map.timeout", "1s"));
        values.forEach((name, value) -> properties.put("cockpit.map." + name, value));
        var settings = BaseMaps.settings(properties);
        fetcher = new TileFetcher(settings);
        browser = MockMvcTester.of(
                new TileEndpoint(settings, new Surroundings(catalog), new TileCache(fetcher, () -> now)));
    }

    @AfterEach
    void stop() {
        fetcher.close();
        service.close();
    }

    private MvcTestResult get(String address) {
        return browser.get().uri(address).exchange();
    }

    @Test
    void anXyzServiceIsAskedForTheTile() {
        assertThat(get(TILE))
                .hasStatusOk()
                .hasContentType("image/png")
                .hasHeader("Cache-Control", "max-age=7200, public")
                .body()
                .isEqualTo(MapService.PNG);
        assertThat(service.asked()).containsExactly("/12/2158/1373.png");
    }

    @Test
    void aWmsServiceIsAskedForTheSquareOfTheTile() {
        configure(Map.of("kind", "wms", "url", service.url() + "/wms?map=stadt", "layer", "dop,namen"));
        assertThat(get(TILE)).hasStatusOk();
        assertThat(service.asked())
                .containsExactly("/wms?map=stadt&BBOX=1076233.3583%2C6594375.3042%2C1086017.2979%2C6604159.2438"
                        + "&CRS=EPSG%3A3857&FORMAT=image%2Fpng&HEIGHT=256&LAYERS=dop%2Cnamen&REQUEST=GetMap"
                        + "&SERVICE=WMS&STYLES=&VERSION=1.3.0&WIDTH=256");
    }

    @Test
    void aWmtsServiceIsAskedByParametersOrByItsTemplate() {
        configure(Map.of("kind", "wmts", "url", service.url() + "/wmts", "layer", "web base"));
        assertThat(get(TILE)).hasStatusOk();
        assertThat(service.asked())
                .containsExactly("/wmts?FORMAT=image%2Fpng&LAYER=web+base&REQUEST=GetTile&SERVICE=WMTS&STYLE=default"
                        + "&TILECOL=2158&TILEMATRIX=12&TILEMATRIXSET=GoogleMapsCompatible&TILEROW=1373&VERSION=1.0.0");
        configure(Map.of(
                "kind", "wmts",
                "url", service.url() + "/{Layer}/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png",
                "layer", "web",
                "matrix-set", "GLOBAL_WEBMERCATOR"));
        assertThat(get(TILE)).hasStatusOk();
        assertThat(service.asked()).last().isEqualTo("/web/default/GLOBAL_WEBMERCATOR/12/1373/2158.png");
    }

    @Test
    void withoutAServiceThereIsNoTile() {
        configure(Map.of("kind", "none"));
        assertThat(get(TILE)).hasStatus(404);
        assertThat(service.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/map/tiles/-1/0/0",
                "/map/tiles/12/-2158/1373",
                "/map/tiles/12/4096/1373",
                "/map/tiles/20/552448/351488",
                "/map/tiles/99/0/0",
                "/map/tiles/2147483647/2147483647/2147483647",
                "/map/tiles/12/99999999999999999999/1373",
                "/map/tiles/12/2158/1373.png",
                "/map/tiles/z/x/y",
                "/map/tiles/12/2158/http:%2F%2Fexample.org",
                "/map/tiles/12/0/0",
                "/map/tiles/12/2300/1373"
            })
    void nobodyGetsMoreThanTheSurroundingsOfTheTown(String address) {
        assertThat(get(address)).hasStatus(404);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void theWorldAroundTheTownIsPartOfTheMap() {
        assertThat(get("/map/tiles/0/0/0")).hasStatusOk();
        assertThat(get("/map/tiles/5/16/10")).hasStatusOk();
    }

    @Test
    void theServiceIsAskedOnceWhileATileIsFresh() {
        assertThat(get(TILE)).hasStatusOk();
        now = now.plus(Duration.ofMinutes(119));
        assertThat(get(TILE)).hasStatusOk();
        assertThat(service.asked()).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(get(TILE)).hasStatusOk();
        assertThat(service.asked()).hasSize(2);
    }

    @Test
    void twoVisitorsAtOnceAskTheServiceOnce() {
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        service.answers(exchange -> {
            asked.countDown();
            MapService.await(answered);
            MapService.image(exchange);
        });
        try (var visitors = Executors.newFixedThreadPool(2)) {
            var first = supplyAsync(() -> get(TILE), visitors);
            MapService.await(asked);
            var second = supplyAsync(() -> get(TILE), visitors);
            answered.countDown();
            assertThat(first.join()).hasStatusOk();
            assertThat(second.join()).hasStatusOk();
        }
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void aBrowserThatHasTheTileGetsNoneAgain() {
        var tag = Objects.requireNonNull(get(TILE).getResponse().getHeader("ETag"));
        assertThat(browser.get().uri(TILE).header("If-None-Match", tag).exchange())
                .hasStatus(304)
                .hasHeader("Cache-Control", "max-age=7200, public")
                .body()
                .isEmpty();
    }

    @Test
    void noCookieTravelsInEitherDirection() {
        service.answersWith(200, "image/png", MapService.PNG);
        var answer =
                browser.get().uri(TILE).header("Cookie", "JSESSIONID=secret").exchange();
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(get("/map/tiles/11/1079/686")).hasStatusOk();
        assertThat(service.cookies()).isEmpty();
    }

    @Test
    void whereTheServiceHasNoTileThereIsNone() {
        service.answersWith(404, "text/plain", "none".getBytes(UTF_8));
        assertThat(get(TILE)).hasStatus(404);
    }

    @Test
    void aFailureIsToldAndTheServiceLeftInPeaceForAWhile() {
        service.answersWith(500, "text/plain", "oh".getBytes(UTF_8));
        assertThat(get(TILE)).hasStatus(503).hasHeader("Cache-Control", "no-store");
        service.answersWith(200, "image/png", MapService.PNG);
        assertThat(get(TILE)).hasStatus(503);
        assertThat(service.asked()).hasSize(1);
        now = now.plusSeconds(31);
        assertThat(get(TILE)).hasStatusOk();
    }

    @Test
    void whatIsNoImageIsNotHandedOn() {
        service.answersWith(200, "text/html", "<script>alert(1)</script>".getBytes(UTF_8));
        assertThat(get(TILE)).hasStatus(503);
        now = now.plusSeconds(31);
        service.answersWith(200, "image/png", "<script>alert(1)</script>".getBytes(UTF_8));
        assertThat(get(TILE)).hasStatus(503);
        now = now.plusSeconds(31);
        service.answersWith(200, "image/svg+xml", "<svg/>".getBytes(UTF_8));
        assertThat(get(TILE)).hasStatus(503);
        now = now.plusSeconds(31);
        service.answersWith(200, "image/png", new byte[0]);
        assertThat(get(TILE)).hasStatus(503);
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        service.answersWith(200, "image/png", Arrays.copyOf(MapService.PNG, TileFetcher.LARGEST + 1));
        assertThat(get(TILE)).hasStatus(503);
        now = now.plusSeconds(31);
        service.answersWith(200, "image/png", Arrays.copyOf(MapService.PNG, TileFetcher.LARGEST));
        assertThat(get(TILE)).hasStatusOk();
    }

    @Test
    void aSilentServiceKeepsNobodyWaiting() {
        service.isSilent();
        assertThat(get(TILE)).hasStatus(503);
    }

    @Test
    void aRedirectionIsNotFollowed() {
        try (var other = new MapService()) {
            service.answers(exchange -> {
                exchange.getResponseHeaders().set("Location", other.url() + "/secret.png");
                exchange.sendResponseHeaders(302, -1);
            });
            assertThat(get(TILE)).hasStatus(503);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void aServiceThatIsAwayIsAnAnswerToo() {
        service.close();
        assertThat(get(TILE)).hasStatus(503);
    }
}
