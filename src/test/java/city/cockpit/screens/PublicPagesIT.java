package city.cockpit.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.WithoutCharts;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.Device;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every public page as everybody has to be able to use it, and what stands on pages of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutDatabase
@WithoutCharts
class PublicPagesIT {

    /** A page of the generated document and whether nobody has to sign in for it. */
    private static final Pattern PAGE = Pattern.compile("\\| `(/[^`]*)` \\| ● \\|.*");

    /** Nobody signs in there, but only the link of a screen in the town hall shows anything. */
    private static final String WALL = "/wall";

    private static final long MOST_BYTES = 700_000;

    @TempDir
    static Path folder;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<PublicPage, Map<PageCheck, List<String>>> results = new LinkedHashMap<>();
    private final Set<String> hosts = new TreeSet<>();
    private RunningCockpit cockpit;
    private TestBrowser chromium;
    private @Nullable BrowserContext visitor;

    @BeforeAll
    void start() throws MqttException {
        chromium = opened(TestBrowser.start());
        cockpit = opened(RunningCockpit.on(folder).demo().start());
        var device = opened(new Device(URI.create("tcp://127.0.0.1:" + cockpit.mqttPort()), cockpit.devicePassword()));
        for (var minutes = 120; minutes >= 0; minutes -= 2) {
            var time = Instant.now().minus(Duration.ofMinutes(minutes));
            for (var reported : Map.of(
                            "parking-bahnhof", "\"parking_free\": 120",
                            "parking-stadthalle", "\"parking_free\": 1",
                            "air-stadtpark", "\"pm10\": 12.3, \"pm2_5\": 7",
                            "noise-bahnhofstrasse", "\"laeq\": 61.4",
                            "energy-rathaus", "\"power\": 41.5",
                            "uv-rathaus", "\"uv_index\": 7")
                    .entrySet())
                device.publish(
                        "city/" + reported.getKey(),
                        "{\"time\": \"%s\", \"values\": {%s}}".formatted(time, reported.getValue()));
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    @AfterEach
    void nothingLeftTheMachine() {
        if (visitor != null) visitor.close();
        assertThat(hosts).allMatch(cockpit.web().getAuthority()::equals);
        hosts.clear();
    }

    /** The document is written or compared once every page was tried. */
    @AfterAll
    void stop() throws Exception {
        while (!open.isEmpty()) open.pop().close();
        if (results.size() < PublicPage.ALL.size()) return;
        var inOrder = new LinkedHashMap<PublicPage, Map<PageCheck, List<String>>>();
        PublicPage.ALL.forEach(page -> inOrder.put(page, results.getOrDefault(page, Map.of())));
        var drawn = AccessibilityDocument.draw(inOrder);
        if (Boolean.getBoolean("docs.write")) Files.writeString(AccessibilityDocument.PLACE, drawn);
        assertThat(Files.readString(AccessibilityDocument.PLACE)).isEqualTo(drawn);
    }

    static List<PublicPage> pages() {
        return PublicPage.ALL;
    }

    @Test
    void noPublicPageIsForgotten() throws IOException {
        var known = PublicPage.ALL.stream().map(PublicPage::template).collect(Collectors.toSet());
        assertThat(Files.readAllLines(Path.of("src/docs/generated/access.md")).stream()
                        .map(PAGE::matcher)
                        .filter(line -> line.matches())
                        .map(line -> line.group(1))
                        .filter(template -> !template.equals(WALL)))
                .isNotEmpty()
                .allSatisfy(template -> assertThat(known).contains(template));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everybodyCanUse(PublicPage address) {
        var page = newPage();
        page.navigate(cockpit.web() + address.address());
        assertThat(page.locator("#first")).hasCount(0);
        assertThat(page.locator(address.heart()).first()).isVisible();
        if (!address.isEmbedded()) assertThat(page.locator(".top a").first()).hasText(Pattern.compile("Musterstadt.*"));
        var faults = PageTrial.of(page);
        results.put(address, faults);
        assertThat(faults.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(fault -> entry.getKey() + ": " + fault)))
                .isEmpty();
    }

    /** In the frame of a page of another site, in one that is shut in, and by itself: the same, with its values. */
    @ParameterizedTest
    @ValueSource(strings = {"embed/parken", "embed/parken/places", "embed/parken/map"})
    void standsOnPagesOfOthersAlsoInFramesThatAreShutIn(String embedded) throws IOException {
        try (var other = new OtherSite("""
                <!doctype html><title>Blatt</title>
                <iframe src="%1$s" title="Parken" width="500" height="800" id="free"></iframe>
                <iframe src="%1$s" title="Parken" width="500" height="800" id="shut" sandbox="allow-scripts"></iframe>
                <iframe src="%1$s" title="Parken" width="500" height="800" id="still" sandbox></iframe>
                """.formatted(cockpit.web() + "/" + embedded))) {
            var page = newPage();
            page.navigate(other.address());
            for (var frame : List.of("#free", "#shut", "#still")) {
                var inside = page.frameLocator(frame);
                assertThat(inside.locator("h1")).hasText("Parken");
                assertThat(inside.locator(".value strong")).hasText("121");
                if (embedded.endsWith("/map"))
                    assertThat(inside.locator("svg.map .pin").first()).isVisible();
            }
            hosts.removeIf(other.authority()::equals);
        }
    }

    /** What a telephone fetches until the tiles stand and can be used; no chart is among it. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/live/parken", "/live/luft", "/live/laerm", "/live/energie"})
    void aTelephoneFetchesLittleBeforeItReads(String address) {
        var page = newPage();
        var bytes = new AtomicLong();
        var session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        page.navigate(cockpit.web() + address);
        assertThat(page.locator("#first")).hasCount(0);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(bytes.get()).as("bytes").isPositive().isLessThan(MOST_BYTES);
    }

    private Page newPage() {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("de-DE")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1280, 1024));
        visitor = context;
        var page = context.newPage();
        page.onRequest(request -> note(request.url()));
        page.onWebSocket(socket -> note(socket.url()));
        return page;
    }

    private void note(String url) {
        if (!url.startsWith("data:") && !url.startsWith("blob:"))
            hosts.add(URI.create(url).getAuthority());
    }

    /** A page of somebody else, on a site of his own. */
    private static final class OtherSite implements AutoCloseable {

        private final HttpServer server;

        OtherSite(String page) throws IOException {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/", exchange -> {
                var body = page.getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String authority() {
            return "localhost:" + server.getAddress().getPort();
        }

        String address() {
            return "http://" + authority() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
