package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Maintenance.Place;
import city.cockpit.alerts.MaintenanceWindow;
import city.cockpit.alerts.MaintenanceWindow.Kind;
import city.cockpit.alerts.MaintenanceWindow.Target;
import city.cockpit.measurement.Interval;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "tina", roles = "TECHNICIAN")
class MaintenanceViewTests extends ScreenTest {

    @BeforeEach
    void town() {
        aTownAtNoon();
    }

    @Test
    void nobodyWorksAnywhereAtFirst() {
        open("maintenance");
        assertThat(page()).contains("Gerade wird nirgends gearbeitet").doesNotContain("Vorbei");
    }

    @Test
    void aTechnicianPlansWorkAtTheSensorFromWhosePageSheComesAndEndsIt() {
        open("maintenance?sensor=parking-markt");
        @SuppressWarnings("unchecked")
        ComboBox<Place> where = find(ComboBox.class).single();
        assertThat(where.getValue().target().key()).isEqualTo("parking-markt");
        button("Ansetzen").click();
        assertThat(find(TextField.class).single().isInvalid())
                .as("a reason is wanted")
                .isTrue();
        find(TextField.class).single().setValue("Schranke getauscht");
        button("Ansetzen").click();
        assertThat(page()).contains("Angesetzt.", "Läuft", "Schranke getauscht", "Parkhaus Markt", "tina");
        assertThat(maintenance.listWindows())
                .singleElement()
                .satisfies(window -> assertThat(window.target().kind()).isEqualTo(Kind.SENSOR));
        button("Jetzt beenden").click();
        assertThat(page()).contains("Beendet.", "Vorbei", "tina, beendet von tina", "nirgends gearbeitet");
    }

    @Test
    void anEndBeforeTheBeginningIsNoWindow() {
        open("maintenance?site=markt");
        find(TextField.class).single().setValue("Leitung");
        find(Input.class).all().getLast().setValue("2020-01-01T12:00");
        button("Ansetzen").click();
        assertThat(page()).contains("Das Ende liegt nach dem Beginn.");
        assertThat(maintenance.listWindows()).isEmpty();
    }

    @Test
    void whatEndsWhileSomebodyLooksIsOver() {
        var now = Instant.now();
        maintenance.add(
                new MaintenanceWindow(
                        0,
                        new Target(Kind.SENSOR, "parking-markt"),
                        new Interval(now.minusSeconds(60), now.plusSeconds(1)),
                        "Schranke",
                        "tina",
                        Optional.empty()),
                "tina");
        open("maintenance");
        awaitOnPage("Vorbei");
        assertThat(page()).contains("Gerade wird nirgends gearbeitet");
    }

    @Test
    void thePageSpeaksEnglish() {
        speak(Locale.ENGLISH);
        open("maintenance");
        assertThat(page()).contains("Nobody works anywhere just now", "Plan maintenance");
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
