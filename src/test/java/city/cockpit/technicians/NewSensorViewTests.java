package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.SensorId;
import city.cockpit.onboarding.Benches;
import city.cockpit.onboarding.DraftField;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** A technician stands in the street with a telephone. */
@WithMockUser(username = "tina", roles = "TECHNICIAN")
class NewSensorViewTests extends SensorFormTest {

    @Test
    void aPastedMessageAndASiteMakeASensor() {
        open("sensors/new");
        paste(Benches.sample("chirpstack.json"));
        assertThat(page())
                .contains("Verstanden: ChirpStack 4, 5 Werte. 3 Vorschläge sind angekreuzt.")
                .contains(
                        "21,5\u00a0°C · Kachel Wetter · wahrscheinlich: Name und Wert passen; das Gerät nennt keine Einheit, angenommen ist °C")
                .contains("Was das Gerät sonst noch sendet (2)");
        choose("SITE", "schule");
        press("Sensor speichern");
        var sensor = registered.find(SCHOOL).orElseThrow();
        assertThat(sensor.title()).isEqualTo("Schulhof Süd");
        assertThat(sensor.siteKey()).isEqualTo("schule");
        assertThat(sensor.series()).hasSize(3);
        assertThat(page()).contains("„Schulhof Süd“ ist angemeldet");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("sensors/" + SCHOOL + "/rights", "sensors/" + SCHOOL + "/label", "sensors/" + SCHOOL);
        assertThat(drafts.find("tina")).isEmpty();
    }

    @Test
    void theDeviceIsHeardBeforeAnythingIsSaved() {
        open("sensors/new");
        paste(Benches.sample("chirpstack.json"));
        awaitOnPage("Wartet auf die erste Nachricht von „24e124535b316056“");
        inbox.send(
                SCHOOL.value(),
                "application/1/device/24e124535b316056/event/up",
                Benches.sample("chirpstack.json").replace("21.5", "19.5"),
                NOON);
        awaitOnPage("Lufttemperatur 19,5\u00a0°C");
        assertThat(registered.listSensors()).isEmpty();
    }

    @Test
    void aDeviceOfTheInboxIsTwoClicksAway() {
        inbox.send("tasmota-ab12f0", "tele/tasmota_AB12F0/SENSOR", Benches.sample("tasmota.json"), NOON);
        open("sensors/new");
        way("Aus dem Posteingang");
        awaitOnPage("tasmota-ab12f0 tele/tasmota_AB12F0/SENSOR");
        test(find(NativeButton.class).all().stream()
                        .filter(button -> button.hasClassName("heard-sender"))
                        .findFirst()
                        .orElseThrow())
                .click();
        settle();
        assertThat(page()).contains("sicher: Name, Einheit und Wert passen").contains("Live ");
        assertThat(page())
                .contains("8,40\u00a0°C", "312\u00a0W", "248,1\u00a0kWh")
                .doesNotContain("kW.h");
        assertThat(fieldOf("SPEAKS_AS", TextField.class).getValue()).isEqualTo("tasmota-ab12f0");
    }

    @Test
    void theInboxLeadsHere() {
        inbox.send("tasmota-ab12f0", "tele/tasmota_AB12F0/SENSOR", Benches.sample("tasmota.json"), NOON);
        open("sensors/new?sender=tasmota-ab12f0");
        awaitOnPage("Lufttemperatur 8,4\u00a0°C");
    }

    @Test
    void aCodeWaitsForTheFirstMessageOfItsDevice() {
        open("sensors/new");
        way("QR-Code scannen");
        type("Oder den Text des Codes einfügen", "LW:D0:24E124C0002A0001:24E124535B316056:024E0001");
        assertThat(page()).contains("Gelesen: DevEUI 24E124535B316056");
        inbox.send(
                SCHOOL.value(),
                "application/1/device/24e124535b316056/event/up",
                Benches.sample("chirpstack.json"),
                NOON);
        awaitOnPage("3 Vorschläge sind angekreuzt");
    }

    @Test
    void aCodeThatIsNoneSaysSo() {
        open("sensors/new");
        way("QR-Code scannen");
        type("Oder den Text des Codes einfügen", "https://stadt.example");
        assertThat(page()).contains("Das ist kein Code eines LoRaWAN-Geräts");
    }

    @Test
    void whatIsMissingIsSaidAtOnceAndNothingIsSaved() {
        open("sensors/new");
        paste("{\"values\":{\"laeq\":61.2}}");
        press("Sensor speichern");
        assertThat(page())
                .contains("Noch nicht gespeichert. Bitte ergänzen oder berichtigen:")
                .contains("Dieses Gerät hört mit einem Mikrofon.");
        assertThat(fieldOf("TITLE", TextField.class).getErrorMessage()).isEqualTo("Bitte angeben.");
        assertThat(registered.listSensors()).isEmpty();
    }

    @Test
    void aMicrophoneIsSavedOnceSomebodyHasLooked() {
        open("sensors/new");
        type("Topic (falls bekannt)", "city/laerm-ring");
        paste("{\"values\":{\"laeq\":61.2}}");
        fieldOf("TITLE", TextField.class).setValue("Lärm am Ring");
        choose("SITE", "schule");
        fieldOf("PRIVACY", Checkbox.class).setValue(true);
        press("Sensor speichern");
        assertThat(registered
                        .find(new SensorId("laerm-ring"))
                        .orElseThrow()
                        .stewardship()
                        .privacyCheck())
                .isPresent();
    }

    @Test
    void whatNobodyReadsSaysWhyAndTheTextStays() {
        open("sensors/new");
        paste("{\"a\": 1,,}");
        assertThat(page())
                .contains("Diese Nachricht lässt sich nicht lesen: Das ist kein JSON: In Zeile 1 steht bei Zeichen 9");
        assertThat(fieldOf("SAMPLE_TEXT", TextArea.class).getValue()).isEqualTo("{\"a\": 1,,}");
    }

    @Test
    void aDraftWaitsForWhoeverComesBack() {
        open("sensors/new");
        paste(Benches.sample("chirpstack.json"));
        fieldOf("HEIGHT", TextField.class).setValue("3,5");
        settle();
        open("sensors/new");
        assertThat(page()).contains("Ihr Entwurf von").contains("Kachel Wetter");
        assertThat(fieldOf("HEIGHT", TextField.class).getValue()).isEqualTo("3,5");
    }

    @Test
    void aDraftIsThrownAwayAfterAQuestion() {
        open("sensors/new");
        paste(Benches.sample("chirpstack.json"));
        press("Entwurf verwerfen …");
        var question = find(ConfirmDialog.class).single();
        question.close();
        ComponentUtil.fireEvent(question, new ConfirmDialog.RejectEvent(question, true));
        settle();
        assertThat(page()).contains("Der Entwurf ist verworfen.");
        assertThat(drafts.find("tina").map(kept -> kept.draft().value(DraftField.TITLE)))
                .isNotEqualTo(Optional.of("Schulhof Süd"));
    }

    @Test
    void whatTheTechnicianCorrectsStaysWhenTheDeviceIsHeardAgain() {
        open("sensors/new");
        paste(Benches.sample("chirpstack.json"));
        fieldOf("TITLE", TextField.class).setValue("Mein Name");
        inbox.send(
                SCHOOL.value(),
                "application/1/device/24e124535b316056/event/up",
                Benches.sample("chirpstack.json"),
                NOON);
        awaitOnPage("Live ");
        assertThat(fieldOf("TITLE", TextField.class).getValue()).isEqualTo("Mein Name");
    }

    @Test
    void aDeviceMayReportHoweverOftenItDoes() {
        open("sensors/new");
        paste(Benches.sample("chirpstack.json"));
        ComboBox<?> interval = fieldOf("INTERVAL", ComboBox.class);
        ComponentUtil.fireEvent(interval, new ComboBoxBase.CustomValueSetEvent<>(interval, true, "45"));
        settle();
        assertThat(interval.getValue()).isEqualTo("45");
        choose("SITE", "schule");
        press("Sensor speichern");
        assertThat(registered.find(SCHOOL).orElseThrow().series().getFirst().interval())
                .isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void whoIsRegisteredAlreadyIsShownTheWay() {
        register();
        open("sensors/new");
        paste(Benches.sample("chirpstack.json"));
        assertThat(page()).contains("Dieses Gerät ist schon als „Schulhof Süd“ angemeldet.");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        open("sensors/new");
        paste(Benches.sample("tasmota.json"));
        assertThat(page()).contains("Understood: Tasmota").contains("sure: name, unit and value fit");
    }

    @Test
    @WithMockUser(username = "clerk", roles = "STAFF")
    void othersDoNotSeeIt() {
        open("sensors/new");
        assertThat(page()).doesNotContain("Nachricht einfügen");
    }

    private void way(String label) {
        test(find(NativeButton.class).all().stream()
                        .filter(button -> button.getText().equals(label))
                        .findFirst()
                        .orElseThrow())
                .click();
        settle();
    }
}
