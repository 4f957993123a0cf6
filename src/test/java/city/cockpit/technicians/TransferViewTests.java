package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import city.cockpit.transfer.Counts;
import city.cockpit.transfer.Import.State;
import city.cockpit.transfer.Refusal;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "toni", roles = "TECHNICIAN")
class TransferViewTests extends ScreenTest {

    private static final String FILE = "Datum;Feinstaub;air-markt/pm10\n20.05.2026 12:00;8,5;12\n";
    private static final Counts TRIAL =
            new Counts(1_000, 20, 800, 150, Map.of(Refusal.NOT_A_NUMBER, 30L, Refusal.CONFLICT, 20L), 4, 0, 3);

    @Test
    void whereNothingWasBroughtThePageSaysSo() {
        open("transfer");
        awaitOnPage("Noch keine. Hochgeladene Dateien erscheinen hier.");
        assertThat(page()).contains("höchstens 2,0 GB", "Alles mitnehmen");
    }

    @Test
    void whileTheDatabaseIsAwayThePageSaysSo() {
        imports.goAway();
        open("transfer");
        awaitOnPage("Die Liste lässt sich gerade nicht lesen.");
    }

    @Test
    void aFileIsDescribedAndThenReadForTrial() {
        var id = imports.add("messnetz.csv", FILE);
        open("transfer/" + id);
        awaitOnPage("So würde die Datei gelesen.");
        assertThat(page()).contains("20.05.2026 12:00", "1 von 2 Namen sind zugeordnet");
        press("Probelauf starten");
        awaitOnPage("Probelauf: 0 %");
        assertThat(imports.findImport(id).orElseThrow().form().series()).containsOnlyKeys("air-markt/pm10");
    }

    @Test
    void theTrialRunTellsWhatWouldBecomeOfTheFile() {
        var id = imports.add("messnetz.csv", FILE);
        imports.become(id, State.CHECKED, TRIAL);
        open("transfer/" + id);
        awaitOnPage("800 Werte würden neu gespeichert");
        assertThat(page())
                .contains(
                        "150 Wiederholungen, schon vorhanden",
                        "50 Werte abgelehnt",
                        "30 × Wert ist keine Zahl",
                        "20 × Zu dieser Zeit ist schon ein anderer Wert da; der erste bleibt",
                        "4 leere Zellen",
                        "Abgelehntes herunterladen (CSV)");
        press("Einlesen");
        awaitOnPage("Wird eingelesen:");
        press("Anhalten");
        awaitOnPage("Was gespeichert ist, bleibt; es geht dort weiter.");
        assertThat(page()).contains("Weiter einlesen");
    }

    @Test
    void aFileIsDiscardedAfterAQuestion() {
        var id = imports.add("messnetz.csv", FILE);
        imports.become(id, State.FAILED, TRIAL);
        open("transfer/" + id);
        awaitOnPage("ist die Datei keine Tabelle mehr");
        press("Verwerfen …");
        settle();
        var question = find(ConfirmDialog.class).single();
        question.close();
        ComponentUtil.fireEvent(question, new ConfirmDialog.RejectEvent(question, true));
        awaitOnPage("Noch keine.");
    }

    @Test
    void whereNothingWasRefusedThereIsNothingToDownload() {
        var id = imports.add("messnetz.csv", FILE);
        imports.become(id, State.DONE, new Counts(2, 20, 4, 0, Map.of(), 0, 0, 0));
        open("transfer/" + id);
        awaitOnPage("4 Werte neu gespeichert");
        assertThat(page()).contains("Nichts abgelehnt").doesNotContain("herunterladen (CSV)");
    }

    @Test
    void ofVeryManyRefusedValuesTheFirstAreToldOneByOne() {
        var id = imports.add("messnetz.csv", FILE);
        imports.become(id, State.DONE, new Counts(2, 20, 4, 0, Map.of(Refusal.CONFLICT, 100_001L), 0, 0, 0));
        open("transfer/" + id);
        awaitOnPage("Die ersten 100\u202f000 abgelehnten Werte herunterladen (CSV)");
    }

    @Test
    void theSameInEnglish() {
        speak(Locale.ENGLISH);
        var id = imports.add("network.csv", FILE);
        imports.become(id, State.DONE, TRIAL);
        open("transfer/" + id);
        awaitOnPage("Everything is read in.");
        assertThat(page()).contains("800 new values stored", "Take everything along");
    }

    private void press(String text) {
        var button = find(Button.class).withText(text).single();
        button.click();
        settle();
    }
}
