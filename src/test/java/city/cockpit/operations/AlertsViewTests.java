package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Bound;
import city.cockpit.alerts.Comparison;
import city.cockpit.alerts.Condition;
import city.cockpit.alerts.Recipient;
import city.cockpit.alerts.Recipient.Channel;
import city.cockpit.alerts.Recipient.Language;
import city.cockpit.alerts.Rule;
import city.cockpit.alerts.Scope;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Severity;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "admin", roles = "ADMINISTRATOR")
class AlertsViewTests extends ScreenTest {

    private static final Rule OZONE = new Rule(
            "ozone",
            Scope.of("o3"),
            new Condition.Beyond(Comparison.ABOVE, new Bound.Fixed(180), Averaging.HOUR, Duration.ZERO, 0),
            true,
            Severity.WARNING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            true,
            1);

    @BeforeEach
    void aRule() {
        alerts.add(OZONE);
    }

    @Test
    void everyRuleIsASentence() {
        open("alerts");
        assertThat(page())
                .contains(
                        "Warnung, wenn „Ozon“ an einem Ort der Stadt im Mittel einer vollen Stunde über 180",
                        "Noch erfährt niemand von Vorfällen");
    }

    @Test
    void aRuleIsSwitchedOff() {
        open("alerts");
        test(find(Checkbox.class).all().getLast()).click();
        assertThat(page()).contains("Die Regel gilt nicht mehr.", "zuletzt geändert von admin");
        assertThat(alerts.listRules().getFirst().rule().isOn()).isFalse();
    }

    @Test
    void aRecipientIsAddedAfterATrial() {
        open("alerts");
        field("Name").setValue("Bauhof");
        button("Speichern").click();
        assertThat(alerts.listRecipients()).as("an address is missing").isEmpty();
        field("E-Mail-Adresse").setValue("bauhof@jena.example");
        button("Probe senden").click();
        assertThat(page()).contains("Die Probe ist an bauhof@jena.example gesendet.");
        button("Speichern").click();
        assertThat(page()).contains("Bauhof ist gespeichert.", "ab Warnung, sofort", "noch nichts");
    }

    @Test
    void aRecipientIsChangedAndItsTestIsToldBesideIt() {
        assertThat(alerts.save(
                        new Recipient(
                                "Bauhof",
                                Channel.EMAIL,
                                "bauhof@jena.example",
                                Language.BOTH,
                                Severity.WARNING,
                                false,
                                true,
                                0),
                        "admin"))
                .isTrue();
        open("alerts");
        button("Ändern").click();
        field("E-Mail-Adresse").setValue("hof@jena.example");
        button("Speichern").click();
        assertThat(page()).contains("Bauhof ist gespeichert.");
        assertThat(alerts.listRecipients()).singleElement().satisfies(standing -> {
            assertThat(standing.recipient().address()).isEqualTo("hof@jena.example");
            assertThat(standing.recipient().version()).isEqualTo(2);
        });
        button("Probe senden").click();
        assertThat(page()).contains("Die Probe ist an hof@jena.example gesendet.", "Probe gesendet, ");
    }

    @Test
    void aTrialThatFailsSaysWhy() {
        open("alerts");
        field("Name").setValue("nowhere");
        field("E-Mail-Adresse").setValue("x@y.example");
        button("Probe senden").click();
        assertThat(page())
                .contains(
                        "Die Probe konnte nicht gesendet werden: Die Adresse ist nicht zu erreichen (ConnectException)");
    }

    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void staffSwitchRulesButNameNoAddresses() {
        open("alerts");
        assertThat(page()).contains("Warnung, wenn „Ozon“").doesNotContain("Wer davon erfährt Noch");
        assertThat(find(TextField.class).all()).isEmpty();
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
