package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.label.LabelFormat;
import city.cockpit.measurement.SensorId;
import city.cockpit.preview.ScreenTest;
import city.cockpit.registry.SampleSensors;
import city.cockpit.registry.Sensor;
import city.cockpit.uikit.NamedDrawing;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "tina", roles = "TECHNICIAN")
class LabelsViewTests extends ScreenTest {

    @BeforeEach
    void sensors() {
        aTownAtNoon();
        SampleSensors.add(sensors, "label-one", "Luft am Markt");
        SampleSensors.add(sensors, "label-two", "Lärm am Markt");
    }

    @Test
    void theLabelOfOneSensorIsDrawnAndReadyToBePrinted() {
        open("sensors/label-one/label");
        assertThat(page()).contains("Ein Etikett auf einem Bogen.", "Bogen als PDF", "Aufkleber als SVG");
        assertThat(find(NamedDrawing.class).single().getElement().getAttribute("aria-label"))
                .startsWith(
                        "Etikett für Luft am Markt mit einem QR-Code, der zu https://cockpit.musterstadt.example/s/");
    }

    @Test
    void ofManySensorsThePageSaysHowManySheetsTheyTake() {
        open("labels?sensors=label-one,label-two,unknown,../etc");
        assertThat(page()).contains("2 Etiketten auf einem Bogen.", "Aufkleber als SVG (ZIP)");
        format().setValue(LabelFormat.PLAIN);
        var start = find(IntegerField.class).single();
        start.setValue(8);
        assertThat(page()).contains("2 Etiketten auf 2 Bögen.");
        start.setValue(9);
        assertThat(start.isInvalid()).isTrue();
        assertThat(start.getErrorMessage()).isEqualTo("Eine Zahl von 1 bis 8.");
    }

    @Test
    void withoutASensorThereIsNothingToPrint() {
        open("labels");
        assertThat(page()).contains("Noch kein Sensor gewählt.").doesNotContain("Bogen als PDF");
        find(TextField.class).withValue("Scannen für die Werte").single().setValue("Was misst hier?");
        chosen().setValue(Set.of(sensors.find(new SensorId("label-two")).orElseThrow()));
        assertThat(page()).contains("Bogen als PDF");
        find(TextField.class).withValue("Was misst hier?").single().setValue("Zeile\n".repeat(1_000));
        assertThat(page()).contains("Bogen als PDF");
    }

    @Test
    void aSensorThatDoesNotExistHasNoLabel() {
        open("sensors/nobody/label");
        assertThat(page()).doesNotContain("Bogen als PDF");
    }

    @SuppressWarnings("unchecked") // there is one, of sensors
    private MultiSelectComboBox<Sensor> chosen() {
        return find(MultiSelectComboBox.class).single();
    }

    @SuppressWarnings("unchecked") // there is one, of formats
    private Select<LabelFormat> format() {
        return find(Select.class).single();
    }
}
