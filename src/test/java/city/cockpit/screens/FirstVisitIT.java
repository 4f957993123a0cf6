package city.cockpit.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.Device;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public page as it arrives: with the values in its first response, light, and readable without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutDatabase
class FirstVisitIT {

    private static final int LIMIT = 700_000;

    /** On a quiet machine the tiles are there in a second; this one may be busy. */
    private static final int PATIENCE = 10_000;

    /** Of the types of schema.org that stand on pages the properties that they may have and do. */
    private static final Map<String, Set<String>> SCHEMA = Map.of(
            "WebSite", Set.of("name", "url", "inLanguage", "publisher"),
            "Dataset",
                    Set.of(
                            "name",
                            "description",
                            "url",
                            "inLanguage",
                            "isAccessibleForFree",
                            "creator",
                            "license",
                            "spatialCoverage",
                            "variableMeasured",
                            "dateModified",
                            "distribution"),
            "GovernmentOrganization", Set.of("name"),
            "Place", Set.of("name"),
            "PropertyValue", Set.of("name", "unitText"),
            "DataDownload", Set.of("encodingFormat", "contentUrl"));

    /**
     * Whether the worker in the browser is there and holds the start page in that language: while it still begins, a lost
     * network takes it along.
     */
    private static final String IS_KEPT = """
            language => navigator.serviceWorker.controller?.state === 'activated'
                && caches.match(location.origin + '/').then(kept => kept?.text())
                    .then(text => text?.includes(`lang="${language}"`) ?? false)""";

    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private RunningCockpit cockpit;
    private TestBrowser chromium;
    private Device device;

    @BeforeAll
    void start() throws MqttException {
        chromium = opened(TestBrowser.start());
        var database = opened(TestDatabase.create());
        cockpit = opened(RunningCockpit.on(folder).database(database).demo().start());
        device = opened(new Device(URI.create("tcp://127.0.0.1:" + cockpit.mqttPort()), cockpit.devicePassword()));
        publish("parking-bahnhof", "\"parking_free\": 120");
        publish("air-stadtpark", "\"pm10\": 12.3, \"pm2_5\": 7.1");
        Awaitility.await()
                .untilAsserted(() -> assertThat(firstResponse("de").text()).contains("120", "12 µg/m³"));
    }

    private void publish(String sensor, String values) throws MqttException {
        device.publish("city/" + sensor, "{\"time\": \"%s\", \"values\": {%s}}".formatted(Instant.now(), values));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    @AfterAll
    void stop() throws Exception {
        while (!open.isEmpty()) open.pop().close();
    }

    @Test
    void theTilesStandInTheFirstResponseInTheLanguageOfTheReader() throws Exception {
        assertThat(firstResponse("de").select("city-tile.tile").eachText())
                .anySatisfy(tile -> assertThat(tile).contains("Parken", "120", "von 320 frei"));
        assertThat(firstResponse("en").select("city-tile.tile").eachText())
                .anySatisfy(tile -> assertThat(tile).contains("Parking", "120", "of 320 free"));
    }

    @Test
    void withoutScriptsThePageReadsAsATableOfTheNewestValues() {
        try (var reader = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("de-DE").setJavaScriptEnabled(false))) {
            var page = reader.newPage();
            page.navigate(cockpit.web() + "/");
            assertThat(page.locator("tr:has-text('Stadtpark'):has-text('PM10')"))
                    .containsText("12\u00a0µg/m³");
            assertThat(page.locator(".newest p")).containsText("Stand dieser Seite");
            assertThat(page.locator(".newest p a")).isVisible();
            page.navigate(cockpit.web() + "/history/air");
            page.locator("noscript a").click();
            assertThat(page.locator("caption")).hasText("Die neuesten Messwerte");
        }
    }

    @Test
    void theLivePageTakesThePlaceOfTheFirstResponseAndTheKeyboardStaysWhereItIs() throws MqttException {
        try (var reader = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("de-DE"))) {
            var page = reader.newPage();
            page.route("**/*v-r=init*", route -> {
                page.locator("#first h2 a").first().focus();
                route.resume();
            });
            page.navigate(cockpit.web() + "/");
            assertThat(page.locator("#first")).hasCount(0);
            assertThat(page.locator("h2 a").first()).isFocused();
            publish("parking-bahnhof", "\"parking_free\": 97");
            assertThat(page.locator(".tile").first()).containsText("97");
            publish("parking-bahnhof", "\"parking_free\": 120");
            assertThat(page.locator(".tile").first()).containsText("120");
        }
    }

    @Test
    void onASlowTelephoneTheTilesComeFirstAndLittleComesBeforeAnyChart() throws IOException {
        var visit = FirstVisit.to(cockpit.web(), chromium.browser());
        Files.writeString(Path.of("target", "first-visit.txt"), visit.report());
        assertThat(visit.weight()).as(visit.report()).isBetween(1, LIMIT);
        assertThat(visit.shift()).as(visit.report()).isLessThan(0.05);
        assertThat(visit.tiles()).as(visit.report()).isLessThan(Math.min(PATIENCE, visit.live()));
    }

    /** What search engines refuse: a type or a property that schema.org does not have, an address that leads nowhere by itself. */
    @Test
    void searchEnginesReadWhatAPageIsAboutInTheirOwnTerms() throws Exception {
        var overview = data(firstResponse("/", "de"));
        assertThat(overview.at("/@type").asString()).isEqualTo("WebSite");
        assertSchema(overview);
        for (var language : List.of("de", "en")) {
            var topic = data(firstResponse("/live/parken", language));
            assertSchema(topic);
            assertThat(topic.at("/@type").asString()).isEqualTo("Dataset");
            assertThat(topic.at("/inLanguage").asString()).isEqualTo(language);
            assertThat(topic.at("/description").asString()).hasSizeBetween(50, 5_000);
            assertThat(Instant.parse(topic.at("/dateModified").asString())).isBefore(Instant.now());
            var file = URI.create(topic.at("/distribution/0/contentUrl").asString());
            assertThat(http.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static JsonNode data(Document page) {
        var scripts = page.select("script[type=application/ld+json]");
        assertThat(scripts).hasSize(1);
        return JsonMapper.shared().readTree(scripts.getFirst().data());
    }

    private void assertSchema(JsonNode thing) {
        var type = thing.path("@type").asString("");
        assertThat(SCHEMA).containsKey(type);
        thing.propertyStream().forEach(property -> {
            var name = property.getKey();
            var value = property.getValue();
            if (!name.startsWith("@")) assertThat(SCHEMA.get(type)).as(type).contains(name);
            if (Set.of("url", "contentUrl").contains(name))
                assertThat(value.asString()).startsWith(cockpit.web().toString());
            if (value.isString()) assertThat(value.asString()).as(name).isNotBlank();
            if (value.isObject()) assertSchema(value);
            if (value.isArray()) value.forEach(this::assertSchema);
        });
    }

    @Test
    void withoutANetworkTheNewestValuesStandThereWithTheirAgeInTheLanguageOfTheReader() {
        try (var reader = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(1280, 900))) {
            var page = reader.newPage();
            page.navigate(cockpit.web() + "/");
            page.waitForFunction(IS_KEPT, "de");
            openWithoutNetwork(page, "/imprint");
            assertThat(page.locator(".offline")).containsText("Ohne Verbindung. Diese Werte sind von");
            assertThat(page.locator(".tile").first()).containsText("von 320 frei");
            openWithNetwork(page, "/");
            assertThat(page.locator("#first")).hasCount(0);
            page.getByTitle("English").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            page.reload();
            page.waitForFunction(IS_KEPT, "en");
            openWithoutNetwork(page, "/");
            assertThat(page.locator(".offline")).containsText("No connection. These values are of");
            assertThat(page.locator(".tile").first()).containsText("of 320 free");
        }
    }

    private void openWithoutNetwork(Page page, String address) {
        open(page, address, true);
    }

    private void openWithNetwork(Page page, String address) {
        open(page, address, false);
    }

    /** The worker of the page learns of the network some time after the page itself. */
    private void open(Page page, String address, boolean isOffline) {
        page.context().setOffline(isOffline);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .ignoreExceptionsInstanceOf(PlaywrightException.class)
                .until(() -> {
                    page.navigate(cockpit.web() + address);
                    return page.locator(".offline").isVisible() == isOffline;
                });
    }

    @Test
    void aTelephoneFetchesTheProgramsOfAPageOnceAndShortened() throws Exception {
        var program = firstResponse("de").select("script[src*=VAADIN/build]").attr("src");
        var request = HttpRequest.newBuilder(URI.create(cockpit.web() + "/").resolve(program))
                .header("Accept-Encoding", "gzip, br")
                .build();
        var answer = http.send(request, BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000", "immutable"));
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("br");
    }

    private Document firstResponse(String language) throws Exception {
        return firstResponse("/", language);
    }

    private Document firstResponse(String path, String language) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cockpit.web() + path))
                .header("Accept-Language", language)
                .build();
        return Jsoup.parse(http.send(request, BodyHandlers.ofString()).body());
    }
}
