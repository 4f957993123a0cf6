package city.cockpit.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.Axe;
import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutCharts;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.Device;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person with a browser meets in the demo city. No page asks another machine, none writes an error. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final String NAME_OF_FOCUSED = """
            () => {
              const one = document.activeElement;
              return (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent).trim();
            }""";

    private static final List<String> GAUGES =
            List.of("level-obere-bruecke", "level-untere-bruecke", "level-pegel-muehle");

    @TempDir
    static Path folder;

    private final List<String> complaints = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Set<String> hosts = new TreeSet<>();
    private TestDatabase database;
    private RunningCockpit cockpit;
    private TestBrowser chromium;
    private Device device;
    private @Nullable BrowserContext visitor;

    @BeforeAll
    void start() throws MqttException {
        chromium = opened(TestBrowser.start());
        database = opened(TestDatabase.create());
        cockpit = opened(RunningCockpit.on(folder).database(database).demo().start());
        chromium.admit(cockpit);
        device = opened(new Device(URI.create("tcp://127.0.0.1:" + cockpit.mqttPort()), cockpit.devicePassword()));
        for (var minutes = 120; minutes >= 0; minutes--)
            report(Instant.now().minus(Duration.ofMinutes(minutes)), minutes % 2 == 0 ? 0.4 : -0.4);
    }

    private void report(Instant time, double more) throws MqttException {
        publish("parking-bahnhof", time, "\"parking_free\": 120");
        publish("air-stadtpark", time, "\"pm10\": 12.3, \"pm2_5\": " + (7 + more));
        publish("noise-bahnhofstrasse", time, "\"laeq\": 61.4");
        publish("uv-rathaus", time, "\"uv_index\": 2");
    }

    private void publish(String sensor, Instant time, String values) throws MqttException {
        device.publish("city/" + sensor, "{\"time\": \"%s\", \"values\": {%s}}".formatted(time, values));
    }

    @AfterEach
    void nothingLeftTheMachineAndNothingWentWrong() {
        if (visitor != null) visitor.close();
        assertThat(hosts).allMatch(cockpit.web().getAuthority()::equals);
        assertThat(complaints).isEmpty();
        hosts.clear();
        complaints.clear();
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
    @WithoutCharts
    void aMessageMovesTheTileInUnderTwoSecondsWithoutReloading() throws MqttException {
        var page = open("/", "de-DE", ColorScheme.LIGHT, 1440);
        var parking = tile(page, "Parken");
        page.evaluate("window.sameDocument = true");
        publish("parking-bahnhof", Instant.now(), "\"parking_free\": 97");
        assertThat(parking).containsText("97", new LocatorAssertions.ContainsTextOptions().setTimeout(2_000));
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void manyMessagesCostAtMostFourPushesASecond() throws MqttException {
        var frames = new AtomicInteger();
        var page = newPage("de-DE", ColorScheme.LIGHT, 1440);
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.incrementAndGet()));
        page.navigate(cockpit.web() + "/");
        awaitLive(page);
        assertThat(tile(page, "Lärm")).isVisible();
        var before = frames.get();
        var begin = Instant.now();
        for (var i = 0; i < 200; i++) {
            publish("noise-bahnhofstrasse", Instant.now(), "\"laeq\": " + (50 + i % 20));
            page.waitForTimeout(10);
        }
        var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        assertThat(frames.get() - before).isGreaterThan(1).isLessThanOrEqualTo((int) Math.ceil(4 * seconds) + 2);
    }

    @Test
    void withTheKeyboardAloneAChartItsTableItsSentenceAndTheEvidenceAreReached() {
        var page = open("/", "de-DE", ColorScheme.LIGHT, 1440);
        assertThat(tile(page, "Luft")).isVisible();
        for (var i = 0; i < 30 && !"Luft".equals(focused(page)); i++)
            page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/live/luft");
        goTo(page, "Luft");
        page.keyboard().press("Enter");
        page.waitForURL("**/history/air");
        assertThat(page.locator(DrawnChart.LINE).first()).isVisible();
        assertThat(page.locator(".figure-sentences")).containsText("im Mittel 7");
        goTo(page, "Tabelle");
        page.keyboard().press("Enter");
        assertThat(page.locator("main table")).containsText("Abdeckung");
        goTo(page, "Text");
        page.keyboard().press("Enter");
        assertThat(page.locator("main table")).isHidden();
        assertThat(page.locator(".figure-sentences")).containsText("im Mittel 7");
        goTo(page, "Nachweis: Stadtpark");
        page.keyboard().press("Enter");
        page.waitForURL("**/nachweis/air-stadtpark/pm2_5?*");
        assertThat(page.locator(".proof-number")).containsText("7");
        goTo(page, "Stadtpark");
        page.keyboard().press("Enter");
        page.waitForURL("**/site/stadtpark");
        goTo(page, "Ganzer Verlauf: Feinstaub PM2,5");
    }

    /** Where somebody is never leaves the browser, and a star is there the next time. */
    @Test
    @WithoutDatabase
    @WithoutCharts
    void placesNearMeAreFoundWithoutTellingTheServerWhereThatIs() {
        var page = newPage("de-DE", ColorScheme.LIGHT, 320);
        var told = new ArrayList<String>();
        page.onRequest(request -> told.add(request.url() + " " + request.postData()));
        page.onWebSocket(socket -> socket.onFrameSent(frame -> told.add(String.valueOf(frame.text()))));
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(50.86543, 9.71234));
        page.navigate(cockpit.web() + "/live/parken");
        awaitLive(page);
        var nearby = page.locator("city-nearby");
        nearby.getByText("In meiner Nähe und meine Orte").click();
        nearby.getByText("Mein Standort", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(nearby.locator(".nearby-status")).containsText("Orte um Ihren Standort");
        var first = nearby.locator(".nearby-list >> nth=1").locator("li").first();
        assertThat(first).containsText(" entfernt");
        var name = first.locator("a").textContent();
        first.locator(".star").press("Enter");
        assertThat(nearby.locator("li:has([aria-pressed=true]) a")).hasText(name);
        assertNothingGrave(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        page.reload();
        awaitLive(page);
        assertThat(nearby.locator("li:has([aria-pressed=true]) a")).hasText(name);
        assertThat(told).isNotEmpty().noneMatch(text -> text.contains("50.86") || text.contains("9.71"));
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void theFirstStopOfTheKeyboardLeadsToTheContent() {
        var page = open("/", "de-DE", ColorScheme.LIGHT, 1440);
        assertThat(tile(page, "Luft")).isVisible();
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Zum Inhalt springen");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("MAIN");
    }

    @ParameterizedTest
    @CsvSource({
        "/history/air, de-DE, LIGHT",
        "/history/air?range=7d, en-GB, DARK",
        "/site/bahnhof-pr, de-DE, LIGHT",
        "/strategie/pm25, en-GB, DARK"
    })
    @WithoutDatabase
    void axeFindsNothingGraveBesideCharts(String address, String language, ColorScheme colors) {
        assertNothingGraveAndNothingTooWide(address, language, colors);
    }

    /** What is open stays open. */
    private static void assertNothingGraveAndNothingTooWide(Page page) {
        for (var width : new int[] {360, 1440}) {
            page.setViewportSize(width, 900);
            assertNothingGrave(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    private void assertNothingGraveAndNothingTooWide(String address, String language, ColorScheme colors) {
        var page = open(address, language, colors, 1440);
        assertThat(page.locator(heartOf(address)).first()).isVisible();
        assertNothingGrave(page);
        page.setViewportSize(360, 800);
        assertNothingGrave(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    @WithoutDatabase
    void withTheKeyboardAloneAPromiseItsProofAndTheSensorAreReached() {
        var page = open("/", "de-DE", ColorScheme.LIGHT, 1440);
        goTo(page, "2 Versprechen: Feinstaub PM2,5 im Jahresmittel, Tage mit zu viel Feinstaub PM10");
        page.keyboard().press("Enter");
        page.waitForURL("**/strategie?only=pm25,pm10-tage-jahr");
        goTo(page, "Feinstaub PM2,5 im Jahresmittel");
        page.keyboard().press("Enter");
        page.waitForURL("**/strategie/pm25");
        goTo(page, "Wie wird das berechnet?");
        page.keyboard().press("Enter");
        assertThat(page.locator(".plan-how dl").first()).isVisible();
        goTo(page, "Tabelle");
        page.keyboard().press("Enter");
        assertThat(page.locator(".plan-evidence table")).isVisible();
        goTo(page, "Stadtpark");
        page.keyboard().press("Enter");
        page.waitForURL("**/site/stadtpark");
        assertThat(page.locator("a.promised").first()).isVisible();
    }

    @Test
    @WithoutDatabase
    void withTheKeyboardAloneStaffLookBackReachAnIncidentAcknowledgeItAndReturn() throws MqttException {
        var page = signIn("/cockpit", ColorScheme.LIGHT);
        goTo(page, "Rückblick");
        page.keyboard().press("Enter");
        var time = page.locator(".player-time");
        assertThat(time).containsText("Uhr");
        var now = time.textContent();
        goTo(page, "Uhrzeit");
        page.keyboard().press("ArrowLeft");
        assertThat(time).not().hasText(now);
        assertOneScreen(page);
        assertThat(page.url()).contains("?at=");
        assertNothingGraveAndNothingTooWide(page);
        publish("uv-rathaus", Instant.now(), "\"uv_index\": 9");
        goTo(page, "Zurück zu jetzt");
        page.keyboard().press("Enter");
        var incident = page.locator(".incident-list a[href^='incidents/']").first();
        assertThat(incident).isVisible();
        goTo(page, incident.textContent().strip());
        page.keyboard().press("Enter");
        page.waitForURL("**/incidents/*");
        // A line that is level has no height, so it would not count as visible.
        assertThat(page.locator(".incident-values " + DrawnChart.LINE).first()).isAttached();
        assertNothingGraveAndNothingTooWide(page);
        goTo(page, "Quittieren");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("Quittiert");
        goTo(page, "Lage");
        page.keyboard().press("Enter");
        page.waitForURL("**/cockpit");
        assertThat(page.locator(".incident-list")).containsText("Quittiert");
        assertOneScreen(page);
        publish("uv-rathaus", Instant.now(), "\"uv_index\": 2");
    }

    private static void assertOneScreen(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(900);
    }

    /** Nobody scrolls to see how the town is. */
    @Test
    @WithoutDatabase
    @WithoutCharts
    void theCockpitIsOneScreenHighHoweverMuchIsWrong() throws MqttException {
        publish("uv-rathaus", Instant.now(), "\"uv_index\": 11");
        publish("parking-bahnhof", Instant.now(), "\"parking_free\": 0");
        publish("noise-bahnhofstrasse", Instant.now(), "\"laeq\": 91.4");
        publish("weather-hang", Instant.now(), "\"wind_speed\": 22, \"precipitation\": 14");
        for (var gauge : GAUGES) publish(gauge, Instant.now(), "\"water_level\": 3.45");
        var page = signIn("/cockpit", ColorScheme.LIGHT);
        assertThat(tile(page, "Pegel")).containsText("Meldestufe 3");
        assertOneScreen(page);
        page.getByTitle("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        awaitLive(page);
        assertThat(tile(page, "Parking")).isVisible();
        assertOneScreen(page);
        for (var gauge : GAUGES) publish(gauge, Instant.now(), "\"water_level\": 1.2");
        report(Instant.now(), 0.4);
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void theWallIsOneScreenAndOffersNothingToPress() {
        var page = signIn("/tokens?new", ColorScheme.DARK);
        page.getByLabel("Bezeichnung").fill("Foyer");
        page.locator("vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText("Wand zeigen, auch Internes"))
                .locator("input")
                .check();
        press(page, "Erstellen");
        var link = page.locator(".once code");
        assertThat(link).containsText(cockpit.web() + "/wall#cockpit_");
        page.setViewportSize(1920, 1080);
        page.navigate(link.textContent());
        assertThat(page.locator(".wall-tiles .tile").first()).isVisible();
        var level = new AtomicInteger(50);
        page.waitForCondition(() -> isMarkedWhileTheTownSpeaks(page, level.incrementAndGet()));
        assertThat(page.locator(".wall-map city-map .tools")).isHidden();
        for (var height : List.of(1080, 900)) {
            page.setViewportSize(height * 16 / 10, height);
            assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(height);
        }
        for (var colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
            assertNothingGrave(page);
        }
    }

    private boolean isMarkedWhileTheTownSpeaks(Page page, int level) {
        try {
            publish("noise-bahnhofstrasse", Instant.now(), "\"laeq\": " + (50 + level % 20));
            return page.locator(".wall-map city-map .markers button").count() > 0;
        } catch (MqttException e) {
            throw new AssertionError(e);
        }
    }

    /** What comes a moment after the page. */
    private static String heartOf(String address) {
        return address.contains("history") ? DrawnChart.LINE : "h1";
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void axeFindsNothingGraveBehindTheDoor() throws MqttException {
        device.publish("city/nobody", "{\"values\": {\"pm10\": 1}}");
        assertNothingGraveBehindTheDoor(List.of(
                "/cockpit",
                "/cockpit/air",
                "/status",
                "/dataflow",
                "/connections",
                "/connections?new",
                "/inbox",
                "/rejected",
                "/transfer",
                "/incidents",
                "/alerts",
                "/alerts/rule",
                "/maintenance",
                "/places/stadthalle"));
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void axeFindsNothingGraveOnThePagesOfTheStrategy() {
        assertNothingGraveBehindTheDoor(List.of(
                "/strategy",
                "/strategy/timeline",
                "/strategy/components",
                "/strategy/changes",
                "/strategy/item/bedarfslicht",
                "/strategy/desk",
                "/strategy/edit/measure/parkleitsystem",
                "/strategy/edit/indicator",
                "/strategy/edit/components",
                "/strategy/preview/public"));
    }

    /** One sign-in for all of them. */
    private void assertNothingGraveBehindTheDoor(List<String> addresses) {
        var page = signIn(addresses.getFirst(), ColorScheme.DARK);
        for (var address : addresses) {
            page.setViewportSize(1440, 900);
            page.navigate(cockpit.web() + address);
            awaitLive(page);
            assertThat(page.locator("h1")).isVisible();
            assertNothingGrave(page);
            page.setViewportSize(360, 800);
            assertNothingGrave(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(address)
                    .isEqualTo(360);
        }
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void languageAndColoursAreRememberedByTheBrowser() {
        var page = open("/", "de-DE", ColorScheme.LIGHT, 1440);
        page.getByTitle("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(tile(page, "Parking")).isVisible();
        page.getByTitle("Change appearance to: Light").click();
        page.getByTitle("Change appearance to: Dark").click();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void aLostConnectionIsToldSinceWhenAndAgesGoOn() {
        var page = open("/", "de-DE", ColorScheme.LIGHT, 1440);
        var age = tile(page, "UV-Index").locator("city-age");
        assertThat(age).containsText("vor");
        page.context().setOffline(true);
        assertThat(page.locator("city-connection")).containsText("Verbindung verloren – Werte von");
        var before = age.textContent();
        await().pollInSameThread().untilAsserted(() -> {
            page.waitForTimeout(250);
            assertThat(age.textContent()).isNotEqualTo(before);
        });
        page.context().setOffline(false);
        assertThat(page.locator("city-connection")).isEmpty();
        complaints.removeIf(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void aServerThatDoesNotAnswerIsToldWithoutAnybodyClicking() {
        var page = newPage("de-DE", ColorScheme.LIGHT, 1440);
        page.clock().install();
        page.navigate(cockpit.web() + "/");
        awaitLive(page);
        assertThat(page.locator("city-connection")).isEmpty();
        page.route("**/icons/cockpit.svg", Route::abort);
        page.clock().fastForward(10_000);
        assertThat(page.locator("city-connection")).containsText("Verbindung verloren – Werte von");
        page.unroute("**/icons/cockpit.svg");
        page.clock().fastForward(10_000);
        assertThat(page.locator("city-connection")).isEmpty();
        complaints.removeIf(complaint -> complaint.contains("ERR_FAILED"));
    }

    @Test
    @WithoutCharts
    void aRefusedMessageIsShownAsTextWithItsReason() throws MqttException {
        device.publish("city/air-stadtpark", "<img src=x onerror=alert(1)>");
        var page = signIn("/rejected", ColorScheme.LIGHT);
        page.locator(".rows-way")
                .filter(new Locator.FilterOptions().setHasText("Format nicht lesbar"))
                .locator("a")
                .press("Enter");
        assertThat(page.locator(".message-sheet pre")).hasText("<img src=x onerror=alert(1)>");
        assertThat(page.locator(".beside-side h2")).hasText("Format nicht lesbar");
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void whoSignsInArrivesWhereHeWantedToGo() {
        var page = signIn("/status", ColorScheme.LIGHT);
        assertThat(page.locator("main")).containsText("empfangen =");
        page.locator(".account-button").click();
        page.getByText("Abmelden").click();
        assertThat(page.getByText("Sie sind abgemeldet.")).isVisible();
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void theMapComesWhenAskedForAndTheListTellsTheSame() {
        var page = newPage("de-DE", ColorScheme.LIGHT, 360);
        var drawings = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().contains("map-drawing")) drawings.incrementAndGet();
        });
        page.navigate(cockpit.web() + "/");
        assertThat(tile(page, "Parken")).isVisible();
        assertThat(drawings).hasValue(0);
        assertThat(page.getByText("Karte zeigen")).isEnabled();
        page.getByText("Karte zeigen").press("Enter");
        var marker = page.locator("city-map .markers button[aria-label^='Rathaus:']");
        page.locator(".site-domains").getByText("UV-Index").press("Enter");
        assertThat(marker).containsText("UV 2");
        assertThat(marker).hasAttribute("data-look", "good");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertNothingGrave(page);
        marker.press("Enter");
        assertThat(page.locator("dialog")).containsText("niedrig");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        page.locator(".sites").getByText("Liste").press("Enter");
        assertThat(page.locator(".site-list tr").filter(new Locator.FilterOptions().setHasText("Rathaus")))
                .containsText("UV-Index 2");
        assertNothingGrave(page);
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void aHistoryIsBroughtByKeyboardAndTheTileShowsItsEndWithoutReloading() throws IOException {
        var page = signIn("/transfer", ColorScheme.LIGHT);
        var overview = visitor().newPage();
        overview.navigate(cockpit.web() + "/");
        awaitLive(overview);
        overview.evaluate("window.sameDocument = true");
        // Whoever listens only when the key is pressed may come too late for the dialogue.
        page.onFileChooser(chooser -> {});
        awaitLive(page);
        goTo(page, "CSV-Datei wählen");
        page.waitForFileChooser(() -> page.keyboard().press("Enter"))
                .setFiles(new FilePayload("messnetz.csv", "text/csv", hours().getBytes(UTF_8)));
        assertThat(page.locator(".import-panel h2")).hasText("messnetz.csv");
        assertThat(page.locator(".import-panel")).containsText("2 von 3 Namen sind zugeordnet");
        assertNothingGrave(page);
        goTo(page, "Lufttemperatur");
        page.keyboard().type("weather-rathaus/temperature");
        assertThat(page.locator("vaadin-combo-box-item:not([hidden])")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".import-panel")).containsText("3 von 3 Namen sind zugeordnet");
        goTo(page, "Probelauf starten");
        page.keyboard().press("Enter");
        assertThat(page.locator(".import-counts")).containsText("358 Werte würden neu gespeichert");
        assertThat(page.locator(".import-counts")).containsText("1 × Wert ist keine Zahl");
        assertThat(tile(overview, "Wetter")).not().containsText("12,3");
        goTo(page, "Abgelehntes herunterladen (CSV)");
        var report = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(Files.readString(report.path()))
                .startsWith("line,column,reason,detail,content\r\n3,weather-rathaus/humidity,not_a_number,defekt,");
        goTo(page, "Einlesen");
        page.keyboard().press("Enter");
        assertThat(page.locator(".import-panel")).containsText("Alles ist eingelesen.");
        assertThat(page.locator(".import-counts")).containsText("358 Werte neu gespeichert");
        assertThat(tile(overview, "Wetter")).containsText("12,3");
        assertThat(overview.evaluate("window.sameDocument")).isEqualTo(true);
    }

    /** Two hours by the minute in the form of an office, one column with a name of its own, up to now. */
    private static String hours() {
        var minute = Instant.now().atZone(ZoneId.of("Europe/Berlin")).truncatedTo(ChronoUnit.MINUTES);
        var text = new StringBuilder("Zeit;Lufttemperatur;weather-rathaus/humidity;weather-rathaus/pressure\n");
        for (var ago = 119; ago >= 0; ago--)
            text.append("%s;12,3;%s;%s\n"
                    .formatted(
                            minute.minusMinutes(ago).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                            ago == 118 ? "defekt" : "61",
                            ago == 117 ? "" : "1013,2"));
        return text.toString();
    }

    private BrowserContext visitor() {
        return Objects.requireNonNull(visitor);
    }

    /** With the keyboard alone, to what is called so. */
    private static void goTo(Page page, String name) {
        for (var i = 0; i < 100; i++) {
            if (name.equals(page.evaluate(NAME_OF_FOCUSED))) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + name);
    }

    @Test
    @WithoutDatabase
    @WithoutCharts
    void whatIsWrittenIsReadByCitizensOnceItIsPublishedAndNotBefore() {
        var page = signIn("/strategy/edit/measure/parkleitsystem", ColorScheme.LIGHT);
        var title = page.getByLabel("Titel", new Page.GetByLabelOptions().setExact(true));
        title.fill("");
        press(page, "Speichern");
        assertThat(page.locator("main")).containsText("Bitte prüfen Sie: „Titel“.");
        assertThat(page.evaluate("document.activeElement.value")).isEqualTo("");
        page.keyboard().type("Freie Plätze finden");
        press(page, "Speichern");
        page.waitForURL("**/strategy/desk");
        var citizen = chromium.browser().newPage(new Browser.NewPageOptions().setLocale("de-DE"));
        citizen.navigate(cockpit.web() + "/strategie");
        assertThat(citizen.locator("main")).containsText("Parkleitsystem");
        press(page, "Zur Prüfung geben");
        assertThat(page.locator("main")).containsText("Zur Prüfung gegeben.");
        citizen.reload();
        assertThat(citizen.locator("main")).containsText("Parkleitsystem");
        assertThat(citizen.locator("main")).not().containsText("Freie Plätze finden");
        press(page, "Veröffentlichen");
        assertThat(page.locator("main")).containsText("In wenigen Sekunden sehen es alle.");
        await().pollInSameThread().untilAsserted(() -> {
            citizen.reload();
            assertThat(citizen.locator("h1")).isVisible();
            assertThat(citizen.locator("main").textContent()).contains("Freie Plätze finden");
        });
        citizen.close();
    }

    /** With the keyboard. */
    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    private Page signIn(String address, ColorScheme colors) {
        var page = open(address, "de-DE", colors, 1440);
        TestBrowser.signIn(page, cockpit);
        // What is asked behind the address is not kept over a sign-in.
        var path = address.replaceFirst("\\?.*", "");
        page.waitForURL(cockpit.web() + path + "*");
        if (!path.equals(address)) page.navigate(cockpit.web() + address);
        return page;
    }

    private Page open(String address, String language, ColorScheme colors, int width) {
        var page = newPage(language, colors, width);
        page.navigate(cockpit.web() + address);
        awaitLive(page);
        assertThat(page.locator("h1")).isVisible();
        return page;
    }

    private static void awaitLive(Page page) {
        assertThat(page.locator("#first")).hasCount(0);
    }

    private Page newPage(String language, ColorScheme colors, int width) {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setColorScheme(colors)
                        .setViewportSize(width, 900));
        visitor = context;
        var page = context.newPage();
        page.onRequest(request -> note(request.url()));
        page.onWebSocket(socket -> note(socket.url()));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text() + " " + message.location());
        });
        return page;
    }

    private void note(String url) {
        if (!url.startsWith("data:") && !url.startsWith("blob:"))
            hosts.add(URI.create(url).getAuthority());
    }

    private static Locator tile(Page page, String name) {
        return page.locator(".tile")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2", new Page.LocatorOptions().setHasText(name))));
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.textContent");
    }

    private static void assertNothingGrave(Page page) {
        assertThat(Axe.grave(page)).isEmpty();
    }
}
