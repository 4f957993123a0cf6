package city.cockpit.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.harness.RunningCockpit;
import city.cockpit.harness.TestBrowser;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.mqtt.Device;
import city.cockpit.onboarding.Benches;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A technician with a telephone: from "new sensor" to a sensor whose first value is stored, in at most twelve taps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensorOnTheAirIT {

    private static final int MOST_TAPS = 12;
    private static final String COUNT_TAPS = """
            addEventListener('pointerdown', (event) => {
              if (event.isTrusted) sessionStorage.setItem('taps', 1 + Number(sessionStorage.getItem('taps')));
            }, true);""";

    @TempDir
    static Path folder;

    private RunningCockpit cockpit;
    private TestBrowser chromium;
    private BrowserContext telephone;
    private Page page;
    private Device device;

    @BeforeAll
    void start() throws IOException, MqttException {
        var camera = folder.resolve("camera.y4m");
        film(camera, "LW:D0:24E124C0002A0001:24E124535B310017:024E0001:SEM310");
        chromium = TestBrowser.start(
                List.of("--use-fake-device-for-media-stream", "--use-file-for-fake-video-capture=" + camera));
        cockpit = RunningCockpit.on(folder.resolve("data")).demo().start();
        chromium.admit(cockpit);
        device = new Device(URI.create("tcp://127.0.0.1:" + cockpit.mqttPort()), cockpit.devicePassword());
        telephone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("de-DE")
                        .setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setPermissions(List.of("camera", "geolocation"))
                        .setGeolocation(new Geolocation(50.8702, 9.7101)));
        telephone.addInitScript(COUNT_TAPS);
        page = telephone.newPage();
        page.navigate(cockpit.web() + "/login");
        TestBrowser.signIn(page, cockpit);
        page.waitForURL("**/cockpit*");
    }

    @AfterAll
    void stop() throws MqttException {
        device.close();
        telephone.close();
        cockpit.close();
        chromium.close();
    }

    @Test
    @WithoutDatabase
    void aPastedMessageOfChirpstack() throws MqttException {
        begin();
        tap(page.getByLabel("Eine Nachricht des Geräts"));
        page.getByLabel("Eine Nachricht des Geräts").fill(chirpstack("24e124535b310011", 21.5));
        assertThat(page.getByText("3 Vorschläge sind angekreuzt")).isVisible();
        send("24e124535b310011", chirpstack("24e124535b310011", 19.5));
        assertThat(page.locator(".heard")).containsText("Lufttemperatur 19,5\u00a0°C");
        chooseTheMarket();
        saved("Schulhof Süd");
        send("24e124535b310011", chirpstack("24e124535b310011", 18.5));
        assertThat(page.locator(".next .heard")).containsText("18,5\u00a0°C");
    }

    @Test
    @WithoutDatabase
    void theCodeOnALorawanDeviceReadByTheCameraAtAPlaceCalledHere() throws MqttException {
        begin();
        tap(page.getByRole(AriaRole.BUTTON, named("QR-Code scannen")));
        tap(page.getByRole(AriaRole.BUTTON, named("Kamera starten")));
        assertThat(page.getByText("Gelesen: DevEUI 24E124535B310017")).isVisible();
        send("24e124535b310017", chirpstack("24e124535b310017", 17.5));
        assertThat(page.locator(".heard")).containsText("Lufttemperatur 17,5\u00a0°C");
        tap(page.getByRole(AriaRole.BUTTON, named("Hier")));
        assertThat(page.locator("place-picker")).isVisible();
        tap(page.getByLabel("Name des Standorts"));
        page.keyboard().type("Brücke am Wehr");
        saved("Schulhof Süd");
        send("24e124535b310017", chirpstack("24e124535b310017", 16.5));
        assertThat(page.locator(".next .heard")).containsText("16,5\u00a0°C");
    }

    @Test
    @WithoutDatabase
    void whatWasTypedWhileTheNetworkWasAwayIsThereAgain() {
        begin();
        page.getByLabel("Eine Nachricht des Geräts").fill(chirpstack("24e124535b310019", 21.5));
        assertThat(page.getByText("3 Vorschläge sind angekreuzt")).isVisible();
        telephone.setOffline(true);
        page.getByLabel("Name des Sensors").fill("Am Ende der Welt");
        page.getByLabel("Name des Sensors").press("Tab");
        telephone.setOffline(false);
        page.navigate(cockpit.web() + "/sensors/new");
        assertThat(page.getByLabel("Name des Sensors")).hasValue("Am Ende der Welt");
        assertThat(page.getByText("Kachel Wetter").first()).isVisible();
        // By keyboard: without a licence a bar lies over the end of the page.
        page.getByRole(AriaRole.BUTTON, named("Entwurf verwerfen …")).press("Enter");
        page.getByRole(AriaRole.BUTTON, named("Entwurf verwerfen")).last().press("Enter");
        assertThat(page.getByText("Der Entwurf ist verworfen.")).isVisible();
    }

    private void begin() {
        page.navigate(cockpit.web() + "/sensors");
        page.evaluate("sessionStorage.setItem('taps', '0')");
        tap(page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Neuer Sensor").setExact(true)));
        assertThat(page.locator("h1")).hasText("Neuer Sensor");
    }

    private void chooseTheMarket() {
        tap(page.getByLabel("Standort", exactly()));
        page.keyboard().type("Markt");
        var sites = page.locator("vaadin-combo-box-item[role=option]:not([hidden])");
        assertThat(sites.filter(new Locator.FilterOptions().setHasNotText("Markt")))
                .hasCount(0);
        assertThat(sites.first()).containsText("Markt");
        assertThat(page.locator("vaadin-combo-box[loading]")).hasCount(0);
        tap(sites.first());
        assertThat(page.locator("vaadin-combo-box[opened]")).hasCount(0);
    }

    private void saved(String name) {
        tap(page.getByRole(AriaRole.BUTTON, named("Sensor speichern")));
        assertThat(page.locator(".next h2")).hasText("„" + name + "“ ist angemeldet");
        assertThat(((Number) page.evaluate("Number(sessionStorage.getItem('taps'))")).intValue())
                .isBetween(2, MOST_TAPS);
    }

    /** In the middle of the screen: without a licence a bar lies over its end. */
    private void tap(Locator target) {
        target.evaluate("element => element.scrollIntoView({ block: 'center' })");
        target.click();
    }

    private void send(String name, String payload) throws MqttException {
        device.publish("city/" + name, payload);
    }

    private static String chirpstack(String devEui, double temperature) {
        return Benches.sample("chirpstack.json")
                .replace("24e124535b316056", devEui)
                .replace("2026-11-22T09:14:58.223417+00:00", Instant.now().toString())
                .replace("21.5", Double.toString(temperature));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A still picture of the code, as a camera would see it: 640 by 480 grey points, a few times. */
    private static void film(Path file, String text) throws IOException {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var width = 640;
        var height = 480;
        var grey = new byte[width * height];
        Arrays.fill(grey, (byte) 200);
        var point = 8;
        var left = (width - code.size * point) / 2;
        var top = (height - code.size * point) / 2;
        for (var y = 0; y < code.size * point; y++)
            for (var x = 0; x < code.size * point; x++)
                if (code.getModule(x / point, y / point)) grey[(top + y) * width + left + x] = 16;
        var colour = new byte[width * height / 2];
        Arrays.fill(colour, (byte) 128);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420\n".getBytes(StandardCharsets.US_ASCII));
            for (var frame = 0; frame < 4; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(grey);
                out.write(colour);
            }
        }
    }
}
