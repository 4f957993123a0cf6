package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.TownScale;
import city.cockpit.measurement.TownScale.Step;
import city.cockpit.preview.ScreenTest;
import city.cockpit.registry.InMemoryOwnProperties;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "toni", roles = "TECHNICIAN")
class PropertiesViewTests extends ScreenTest {

    @Autowired
    private InMemoryOwnProperties properties;

    @BeforeEach
    void onlyWhatShips() {
        properties.clear();
    }

    private void type(String label, String text) {
        find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(text);
    }

    private void type(String label, double number) {
        find(NumberField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(number);
    }

    @SuppressWarnings("unchecked") // The page holds selects of several kinds of things.
    private void choose(Domain domain) {
        find(Select.class).all().stream()
                .filter(select -> "Bereich".equals(select.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(domain);
    }

    private void save() {
        test(find(Button.class).withText("Speichern").single()).click();
    }

    private Optional<ObservedProperty> radon() {
        return properties.listProperties().stream()
                .filter(one -> one.key().equals("radon"))
                .findFirst();
    }

    @Test
    void whatShipsIsListedWithUnitAndRange() {
        open("properties");
        assertThat(page()).contains("Feinstaub PM2,5", "pm2_5", "µg/m³", "0 bis 10\u202f000", "bis 1\u202f000");
    }

    @Test
    void aTechnicianAddsWhatIsMissing() {
        open("properties?new");
        type("Name auf Deutsch", "Radon");
        type("Name auf Englisch", "Radon");
        choose(Domain.AIR);
        type("Einheit (UCUM)", "Bq/m3");
        type("Zeichen", "Bq/m³");
        type("Kleinster möglicher Wert", 0);
        type("Größter möglicher Wert", 100_000);
        save();
        assertThat(radon()).hasValueSatisfying(radon -> {
            assertThat(radon.unit().ucum()).isEqualTo("Bq/m3");
            assertThat(radon.domain()).isEqualTo(Domain.AIR);
        });
        assertThat(page()).contains("„Radon“ ist gespeichert", "eigene");
    }

    @Test
    void aScaleSaysWhatIsGoodAndWhatIsNot() {
        open("properties?new");
        type("Name auf Deutsch", "Radon");
        type("Name auf Englisch", "Radon");
        choose(Domain.AIR);
        type("Einheit (UCUM)", "Bq/m3");
        type("Kleinster möglicher Wert", 0);
        type("Größter möglicher Wert", 100_000);
        test(find(Button.class).withText("Skala anlegen").single()).click();
        beginStep(1, 300);
        save();
        assertThat(page()).contains("Bitte prüfen Sie: Skala");
        beginStep(2, 300);
        save();
        assertThat(radon()).as("both steps begin at the same value").isEmpty();
        beginStep(2, 1_000);
        save();
        assertThat(radon().orElseThrow().scale())
                .hasValue(new TownScale(
                        Averaging.INSTANT,
                        List.of(
                                new Step(Double.NEGATIVE_INFINITY, Severity.GOOD, "gut", "good"),
                                new Step(300, Severity.NOTICE, "mäßig", "moderate"),
                                new Step(1_000, Severity.WARNING, "schlecht", "poor"))));
        open("properties/radon");
        test(find(Button.class).withText("Skala entfernen").single()).click();
        save();
        assertThat(radon().orElseThrow().scale()).isEmpty();
    }

    /** The lowest step has such a field, too, that nobody sees. */
    private void beginStep(int step, double value) {
        find(NumberField.class).all().stream()
                .filter(field -> "ab".equals(field.getLabel()))
                .skip(step - 1)
                .findFirst()
                .orElseThrow()
                .setValue(value);
    }

    @Test
    void whatIsMissingOrWrongIsSaidBesideEachFieldAndNothingIsStored() {
        open("properties?new");
        type("Name auf Deutsch", "Radon");
        type("Einheit (UCUM)", "Bq pro m3");
        save();
        assertThat(page()).contains("Bitte prüfen Sie: Name auf Englisch, Bereich, Einheit (UCUM)");
        assertThat(radon()).isEmpty();
    }

    @Test
    void aKeyIsGivenOnce() {
        open("properties?new");
        type("Name auf Deutsch", "Druck");
        type("Name auf Englisch", "Pressure");
        type("Kurzname", "pressure");
        choose(Domain.WEATHER);
        type("Einheit (UCUM)", "hPa");
        type("Kleinster möglicher Wert", 0);
        type("Größter möglicher Wert", 2000);
        save();
        assertThat(page()).contains("„pressure“ gibt es schon.");
    }
}
