package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.Role;
import city.cockpit.faults.FaultReport;
import city.cockpit.faults.FaultState;
import city.cockpit.faults.Faults.Answered;
import city.cockpit.measurement.Domain;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "sofie", roles = Role.Name.STAFF)
class FaultsViewTests extends ScreenTest {

    @Test
    void aTownThatIsContentSaysSo() {
        open("faults");
        assertThat(page()).contains("Niemand hat etwas gemeldet.");
    }

    @Test
    void staffAnswerAndSayWhatEverybodyMayRead() {
        faults.report(
                new FaultReport(
                        Optional.of(Domain.PARKING), Optional.of("markt"), "Markt: 0", "Immer 0", "ich@example.org"),
                "192.0.2.7");
        open("faults");
        assertThat(page()).contains("markt · Parken", "Immer 0", "Damals stand da: Markt: 0", "neu", "ich@example.org");
        button("Antworten …").click();
        find(TextArea.class).single().setValue("Das Zählwerk ist getauscht.");
        choose(FaultState.SOLVED);
        find(Checkbox.class).single().setValue(true);
        button("Speichern").click();
        assertThat(page()).contains("Gespeichert.", "behoben", "Öffentliche Antwort: Das Zählwerk ist getauscht.");
        assertThat(faults.listAnswered(1)).extracting(Answered::answer).containsExactly("Das Zählwerk ist getauscht.");
    }

    @SuppressWarnings("unchecked")
    private void choose(FaultState state) {
        ((Select<FaultState>) find(Select.class).single()).setValue(state);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
