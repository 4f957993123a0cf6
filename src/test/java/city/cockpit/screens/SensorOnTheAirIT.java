package city.cockpit.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
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
    private static final int WIDTH = 360;
    private static final int HEIGHT = 740;
    private static final String REGISTERED = "/sensors/air-hangweg";
    private static final Pattern DEGREES = Pattern.compile("[0-9]+[.][0-9]+");
    private static final String BAR = "getComputedStyle(document.documentElement).getPropertyValue('--licence-bar')";
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
        FilmedCode.film(camera, "LW:D0:24E124C0002A0001:24E124535B310017:024E0001:SEM310");
        chromium = TestBrowser.start(
                List.of("--use-fake-device-for-media-stream", "--use-file-for-fake-video-capture=" + camera));
        cockpit = RunningCockpit.on(folder.resolve("data")).demo().start();
        chromium.admit(cockpit);
        device = new Device(URI.create("tcp://127.0.0.1:" + cockpit.mqttPort()), cockpit.devicePassword());
        telephone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("de-DE")
                        .setViewportSize(WIDTH, HEIGHT)
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
    void whoTypesACodeGoesOnInTheFormByTheSameKey() {
        begin();
        tap(page.getByRole(AriaRole.BUTTON, named("QR-Code scannen")));
        page.getByLabel("Oder den Text des Codes einfügen")
                .fill("LW:D0:24E124C0002A0001:24E124535B310041:024E0001:SEM310");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Gelesen: DevEUI 24E124535B310041")).isVisible();
        page.waitForFunction("document.activeElement.closest('.sensor-form') !== null");
        discard();
    }

    @Test
    @WithoutDatabase
    void aTasmotaDeviceFromTheInbox() throws MqttException {
        tasmota(8.4);
        begin();
        tap(page.getByRole(AriaRole.BUTTON, named("Aus dem Posteingang")));
        tap(page.locator(".heard-sender").filter(new Locator.FilterOptions().setHasText("tele/tasmota_AB12F0/SENSOR")));
        assertThat(page.locator(".heard")).containsText("Lufttemperatur 8,4\u00a0°C");
        tap(page.getByLabel("ENERGY/Power übernehmen"));
        tasmota(7.6);
        assertThat(page.locator(".heard")).containsText("Lufttemperatur 7,6\u00a0°C");
        tap(page.getByLabel("Name des Sensors"));
        page.keyboard().type("Wetter am Bauhof");
        chooseTheMarket();
        saved("Wetter am Bauhof");
        tasmota(6.8);
        assertThat(page.locator(".next .heard")).containsText("6,8\u00a0°C");
        assertThat(page.locator(".next .heard")).not().containsText("Leistung");
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
        discard();
    }

    @Test
    @WithoutDatabase
    void aPageLoadedAnewLosesNothingThatWasChosen() {
        begin();
        page.getByLabel("Eine Nachricht des Geräts").fill(chirpstack("24e124535b310023", 21.5));
        assertThat(page.getByText("3 Vorschläge sind angekreuzt")).isVisible();
        chooseTheMarket();
        assertThat(page.locator(".sensor-foot")).containsText("Gesichert um");
        page.reload();
        assertThat(page.getByLabel("Standort", exactly())).hasValue(Pattern.compile(".*Markt.*"));
        assertThat(page.getByText("Aus diesem Browser übernommen")).hasCount(0);
        discard();
    }

    @Test
    @WithoutDatabase
    void theNeedleOfTheMapIsMovedByKeyboard() {
        begin();
        page.getByLabel("Eine Nachricht des Geräts").fill(chirpstack("24e124535b310029", 21.5));
        tap(page.getByRole(AriaRole.BUTTON, named("Neuer Standort")));
        var map = page.getByRole(
                AriaRole.APPLICATION, new Page.GetByRoleOptions().setName(Pattern.compile("Karte: Schieben Sie sie")));
        assertThat(map.locator("canvas").first()).isVisible();
        page.getByText("Koordinaten eingeben").press("Enter");
        var north = page.getByLabel("Breite");
        var east = page.getByLabel("Länge");
        map.press("Enter");
        assertThat(north).hasValue(DEGREES);
        var begun = north.inputValue();
        map.press("ArrowUp");
        assertThat(north).not().hasValue(begun);
        assertThat(Double.parseDouble(north.inputValue())).isGreaterThan(Double.parseDouble(begun));
        var before = east.inputValue();
        map.press("ArrowLeft");
        assertThat(east).not().hasValue(before);
        assertThat(Double.parseDouble(east.inputValue())).isLessThan(Double.parseDouble(before));
        discard();
    }

    @Test
    @WithoutDatabase
    void whatWasTypedAtARegisteredSensorIsThereAgainUntilItIsSaved() {
        page.navigate(cockpit.web() + REGISTERED + "/edit");
        page.getByLabel("Name des Sensors").fill("Luft im Hangweg");
        tap(page.getByLabel("Wer die Werte sieht"));
        tap(page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName("intern: nur angemeldete Beschäftigte")));
        page.waitForFunction("Object.values(localStorage).some(kept => kept.includes('INTERNAL'))");
        page.reload();
        assertThat(page.getByText("was noch nicht gespeichert war: Name des Sensors und Wer die Werte sieht"))
                .isVisible();
        assertThat(page.getByLabel("Name des Sensors")).hasValue("Luft im Hangweg");
        tap(page.getByRole(AriaRole.BUTTON, named("Sensor speichern")));
        assertThat(page.locator("h1")).hasText("Luft im Hangweg bearbeiten");
        page.reload();
        assertThat(page.getByLabel("Name des Sensors")).hasValue("Luft im Hangweg");
        assertThat(page.getByText("Aus diesem Browser übernommen")).hasCount(0);
    }

    @Test
    @WithoutDatabase
    void aSwapTypedWhileTheNetworkWasAwayIsThereAgainUntilItIsSaved() {
        page.navigate(cockpit.web() + REGISTERED + "/swap");
        var number = page.getByLabel("Seriennummer oder DevEUI");
        assertThat(number).isVisible();
        telephone.setOffline(true);
        number.fill("24E124535B310031");
        number.press("Tab");
        telephone.setOffline(false);
        page.navigate(cockpit.web() + REGISTERED + "/swap");
        assertThat(page.getByText("noch nicht gespeichert war: Seriennummer oder DevEUI"))
                .isVisible();
        assertThat(number).hasValue("24E124535B310031");
        tap(page.getByRole(AriaRole.BUTTON, named("Tausch speichern")));
        assertThat(page.getByText("Getauscht. Die Messreihen laufen weiter.")).isVisible();
        page.reload();
        assertThat(page.getByText("Bisher:")).containsText("24E124535B310031");
        assertThat(number).hasValue("");
    }

    @Test
    @WithoutDatabase
    void aPhotoIsKeptSmallerAndWithoutWhereItWasTaken() throws IOException {
        var taken = TelephonePhoto.taken();
        assertThat(new String(taken, ISO_8859_1)).contains("Exif", TelephonePhoto.TELEPHONE);
        page.navigate(cockpit.web() + REGISTERED + "/edit");
        page.locator("photo-taker input[type=file]").setInputFiles(new FilePayload("DSC1.jpg", "image/jpeg", taken));
        assertThat(page.getByText("Das Foto ist gespeichert.")).isVisible();
        page.reload();
        var picture = page.locator(".photo-field img");
        assertThat(picture).isVisible();
        var kept = Base64.getDecoder().decode(picture.getAttribute("src").split(",", 2)[1]);
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("Exif", TelephonePhoto.TELEPHONE);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth())
                .isGreaterThan(1000)
                .isLessThan(TelephonePhoto.WIDTH);
    }

    @Test
    @WithoutDatabase
    void whatSavesStandsAboveTheBarAboutTheLicenceForAsLongAsThatIsThere() {
        page.navigate(cockpit.web() + REGISTERED + "/edit");
        var save = page.getByRole(AriaRole.BUTTON, named("Sensor speichern"));
        assertThat(save).isVisible();
        var isBarred = page.content().contains("vaadin-commercial-banner");
        page.waitForFunction("isBarred => (parseFloat(%s) > 50) === isBarred".formatted(BAR), isBarred);
        var room = ((Number) page.evaluate("parseFloat(%s) || 0".formatted(BAR))).doubleValue();
        assertThat(HEIGHT - bottom(page.locator(".sensor-foot"))).isBetween(room, room + 1);
        save.click(new Locator.ClickOptions().setTrial(true));
        // Where its cross is; nobody else can look into the bar.
        if (isBarred) page.mouse().click(WIDTH - 50, HEIGHT - room / 2);
        page.waitForFunction("%s === ''".formatted(BAR));
        assertThat(bottom(page.locator(".sensor-foot"))).isBetween(HEIGHT - 1.0, HEIGHT + 0.0);
    }

    private static double bottom(Locator part) {
        var box = part.boundingBox();
        return box.y + box.height;
    }

    private void begin() {
        page.navigate(cockpit.web() + "/sensors");
        page.evaluate("sessionStorage.setItem('taps', '0')");
        tap(page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Neuer Sensor").setExact(true)));
        assertThat(page.locator("h1")).hasText("Neuer Sensor");
    }

    private void discard() {
        tap(page.getByRole(AriaRole.BUTTON, named("Entwurf verwerfen …")));
        tap(page.getByRole(AriaRole.BUTTON, named("Entwurf verwerfen")).last());
        assertThat(page.getByText("Der Entwurf ist verworfen.")).isVisible();
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

    /** In the middle of the screen, where a thumb is. */
    private void tap(Locator target) {
        target.evaluate("element => element.scrollIntoView({ block: 'center' })");
        target.click();
    }

    private void send(String name, String payload) throws MqttException {
        device.publish("city/" + name, payload);
    }

    /** As Tasmota sends it every five minutes: its time is that of its own clock, and says no zone. */
    private void tasmota(double temperature) throws MqttException {
        var clock = LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        device.publish(
                "tele/tasmota_AB12F0/SENSOR",
                Benches.sample("tasmota.json")
                        .replace("2026-11-22T10:14:58", clock)
                        .replace("8.4", Double.toString(temperature)));
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
}
