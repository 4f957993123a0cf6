package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.fleet.Finding.WrongClock;
import city.cockpit.history.Completeness.Shares;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.Vital;
import city.cockpit.live.State;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Device;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Photo;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "tina", roles = "TECHNICIAN")
class SensorViewTests extends DeskTest {

    private static final SensorId AIR = new SensorId("air-markt");

    @BeforeEach
    void town() {
        aTownAtNoon();
        registerTown();
    }

    @Test
    void aSensorThatIsWellSaysSoWithItsValues() {
        open("sensors/air-markt");
        assertThat(page())
                .contains("in Ordnung letzter Wert")
                .contains("Feinstaub PM2,5")
                .contains("Letzte Werte");
    }

    @Test
    void everyFindingSaysSinceWhenAndWhatToDo() {
        city.reports("air-markt/pm2_5", 8.6, NOON.minusSeconds(3600), State.STALE);
        city.publish(NOON);
        fleet.hears("air-markt", Map.of(Vital.BATTERY, 7.0, Vital.LORA_MARGIN, 1.5), NOON);
        fleet.refuses("air-markt", RejectReason.UNIT, NOON);
        open("sensors/air-markt");
        assertThat(page())
                .contains("still letzter Wert")
                .contains("Prüfen Sie vor Ort Strom und Netz.")
                .contains("abgelehnt seit")
                .contains("Falsche Einheit: ein Messwert")
                .contains("Batterie schwach seit")
                .contains("Noch 7 % Ladung.")
                .contains("LoRaWAN-Reserve: nur 1,5 dB.")
                .contains("braucht die Gegend ein weiteres Gateway");
    }

    @Test
    void aClockThatIsOffByWholeHoursPointsToTheTimeZone() {
        var words = new FindingWords(new Wording(Locale.GERMAN, ZoneId.of("Europe/Berlin")));
        var hours = new WrongClock(Duration.ofMinutes(-119), Optional.of(NOON));
        assertThat(words.sentence(hours, NOON)).isEqualTo("Die Zeiten des Geräts liegen jedes Mal 2 Stunden zurück.");
        assertThat(words.todo(hours)).contains("Zeitzone");
        var minutes = new WrongClock(Duration.ofMinutes(17), Optional.of(NOON));
        assertThat(words.sentence(minutes, NOON)).isEqualTo("Die Uhr des Geräts geht 17 Minuten vor.");
        assertThat(words.todo(minutes)).contains("NTP");
    }

    @Test
    void completenessIsToldForADayAWeekAndAMonth() {
        var number = city.listSeries().stream()
                .filter(series -> series.id().sensor().equals(AIR))
                .findFirst()
                .orElseThrow()
                .key();
        fleet.complete(
                Map.of(number, new Shares(OptionalDouble.of(1), OptionalDouble.of(0.9642), OptionalDouble.empty())));
        open("sensors/air-markt");
        assertThat(page().replace('\u00a0', ' '))
                .contains("24 Stunden 100 %")
                .contains("7 Tage 96 %")
                .contains("30 Tage –");
    }

    @Test
    void howManyMessagesWereRefusedIsSaidWithTheWayToThem() {
        refusals.add(RejectReason.WRONG_PORT, "air-markt", "port 3 instead of 2", "{}", NOON, 1_274, 200);
        refusals.add(RejectReason.UNIT, "noise-markt", "", "{}", NOON, 1, 1);
        open("sensors/air-markt");
        awaitOnPage("1\u202f274 abgelehnte Nachrichten");
        assertThat(find(Anchor.class)
                        .withText("1\u202f274 abgelehnte Nachrichten")
                        .single()
                        .getHref())
                .isEqualTo("rejected?sensor=air-markt");
    }

    @Test
    void everyWayLeadsFromHere() {
        open("sensors/air-markt");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(
                        "sensors",
                        "sensors/air-markt/edit",
                        "sensors/air-markt/rights",
                        "sensors/air-markt/label",
                        "rejected?sensor=air-markt",
                        "site/markt",
                        "history/air/air-markt/pm2_5");
    }

    @Test
    void maintenanceIsOneDeedAndRetirementAsksFirst() {
        open("sensors/air-markt");
        press("In Wartung nehmen");
        assertThat(page()).contains("Der Sensor ist in Wartung").contains("Wartung beenden");
        press("Stilllegen …");
        assertThat(sensors.find(AIR).orElseThrow().phase()).isEqualTo(Phase.MAINTENANCE);
        confirm();
        assertThat(sensors.find(AIR).orElseThrow().phase()).isEqualTo(Phase.RETIRED);
        assertThat(page()).contains("Der Sensor ist stillgelegt.").contains("Wieder in Betrieb nehmen");
    }

    @Test
    void swapsAndPhotoAreShown() {
        sensors.swap(AIR, new Device("", "SDS011", "4711", Optional.empty()), LocalDate.of(2026, 5, 20), "tina");
        sensors.keepPhoto(AIR, Photo.of(jpeg()), "tina");
        open("sensors/air-markt");
        awaitOnPage("Gerätewechsel 20. Mai 2026: Gerät ohne Angaben gegen SDS011 4711, eingetragen von tina");
        assertThat(find(Image.class).all()).extracting(Image::getAlt).contains(Optional.of("Foto von Luft am Markt"));
    }

    @Test
    void aSensorThatDoesNotExistIsNoErrorPage() {
        open("sensors/nobody");
        assertThat(page())
                .contains("Diesen Sensor gibt es nicht oder nicht mehr.")
                .contains("Alle Sensoren");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        open("sensors/air-markt");
        assertThat(page()).contains("well last value").contains("Take into maintenance");
    }

    private static byte[] jpeg() {
        var bytes = new byte[16];
        IntStream.range(0, 4).forEach(i -> bytes[i] = (byte) new int[] {0xFF, 0xD8, 0xFF, 0xDA}[i]);
        return bytes;
    }
}
