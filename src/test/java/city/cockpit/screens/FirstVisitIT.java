package city.cockpit.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.Device;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The public page as it arrives: with the values in its first response, light, and readable without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutDatabase
class FirstVisitIT {

    private static final int LIMIT = 700_000;

    /** On a quiet machine the tiles are there in a second; this one may be busy. */
    private static final int PATIENCE = 10_000;

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

    private Document firstResponse(String language) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cockpit.web() + "/"))
                .header("Accept-Language", language)
                .build();
        return Jsoup.parse(http.send(request, BodyHandlers.ofString()).body());
    }
}
