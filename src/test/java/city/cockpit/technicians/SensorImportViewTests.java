package city.cockpit.technicians;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import city.cockpit.registry.InMemorySensorFiles;
import city.cockpit.registry.SensorFiles;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "toni", roles = "TECHNICIAN")
class SensorImportViewTests extends ScreenTest {

    @Autowired
    private InMemorySensorFiles files;

    @BeforeEach
    void openThePage() {
        files.clear();
        open("sensors/import");
    }

    private void bring(String table) {
        find(SensorImportView.class).single().tryOut("tabelle.csv", table.getBytes(UTF_8));
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    @Test
    void aTableIsTriedFirstAndStoredOnlyWhenSomebodySaysSo() {
        bring(SensorFiles.EXAMPLE);
        assertThat(page())
                .contains("tabelle.csv: In Ordnung. 2 Sensoren neu, 0 geändert", "Noch ist nichts gespeichert")
                .contains("Neu oder geändert: pegel-wehr, klima-rathaus");
        assertThat(files.stored()).isEmpty();
        press("Speichern");
        assertThat(page()).contains("Gespeichert: 2 neue Sensoren, 0 geändert.");
        assertThat(files.stored()).containsExactly("pegel-wehr", "klima-rathaus");
    }

    @Test
    void everyProblemIsNamedByRowInWordsAndNothingCanBeStored() {
        bring(SensorFiles.EXAMPLE.replace(",300,", ",oft,").replace(",600,", ",,"));
        assertThat(page())
                .contains("tabelle.csv: 3 Zeilen stimmen nicht. Es wurde nichts gespeichert.")
                .contains("interval_seconds „oft“ ist keine Zahl.", "„interval_seconds“ ist leer.")
                .contains("Alle Probleme als CSV");
        assertThat(find(Button.class).withText("Speichern").all()).isEmpty();
    }

    @Test
    void whoLeavesATableThatIsNotStoredIsAskedFirst() {
        bring(SensorFiles.EXAMPLE);
        UI.getCurrent().navigate("inbox");
        assertThat(find(ConfirmDialog.class).all()).hasSize(1);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("sensors/import");
    }
}
