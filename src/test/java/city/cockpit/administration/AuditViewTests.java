package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.audit.Entry;
import city.cockpit.audit.InMemoryAudit;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "admin", roles = "ADMINISTRATOR")
class AuditViewTests extends ScreenTest {

    @Autowired
    private InMemoryAudit trail;

    @BeforeEach
    void nothingHappenedYet() {
        trail.clear();
    }

    @Test
    void whereNothingHappenedThePageSaysSo() {
        open("audit");
        awaitOnPage("Noch ist nichts geschehen");
    }

    @Test
    void aLineTellsInWordsWhoDidWhatToWhomAndWhatItWasBefore() {
        happened(
                1,
                "anna",
                Deed.PERSON_CHANGED,
                "bert",
                new Change("roles", "STAFF", "STAFF, TECHNICIAN"),
                new Change("email", "", "bert@stadt.example"));
        open("audit");
        awaitOnPage("anna");
        assertThat(page())
                .contains("21. Mai 2026", "12:00:01", "Person geändert", "bert", "Rollen", "E-Mail")
                .contains("vorher: ", "nachher: ", "bert@stadt.example");
    }

    @Test
    void theCockpitItselfAndProgramsHaveNamesToo() {
        happened(1, "system", Deed.PERSON_LOCKED, "bert");
        happened(2, "token:Archiv", Deed.AUDIT_EXPORTED, "");
        open("audit");
        awaitOnPage("Zugangsschlüssel Archiv");
        assertThat(page()).contains("Cockpit Person gesperrt");
    }

    @Test
    void whatStrangersTypedIsTextAndNothingElse() {
        var script = "<img src=x onerror=alert(1)>{0}";
        happened(1, script, Deed.SIGN_IN_FAILED, script, new Change(script, script, script));
        open("audit");
        awaitOnPage(script);
        assertThat(find(ListItem.class).all())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.getElement().getProperty("innerHTML")).isNull());
    }

    @Test
    void linesOfOnePersonAreFoundAndTheSearchCanBeEmptied() {
        happened(1, "anna", Deed.SIGNED_IN, "");
        happened(2, "bert", Deed.SIGNED_OUT, "");
        open("audit");
        awaitOnPage("bert");
        test(find(TextField.class).withCaption("Wer").single()).setValue("ann");
        awaitThat(() -> assertThat(page()).contains("anna").doesNotContain("bert"));
        test(find(TextField.class).withCaption("Wer").single()).setValue("carla");
        awaitOnPage("Keine Zeile passt zu dieser Suche.");
        test(find(Button.class).withText("Suche leeren").single()).click();
        awaitThat(() -> assertThat(page()).contains("anna", "bert"));
    }

    @Test
    void daysAreThoseOfTheTownAndTheLastOneCounts() {
        happened(1, "anna", Deed.SIGNED_IN, "");
        open("audit");
        awaitOnPage("anna");
        day("Bis zum Tag").setValue(LocalDate.of(2026, 5, 20));
        awaitOnPage("Keine Zeile passt zu dieser Suche.");
        day("Bis zum Tag").setValue(LocalDate.of(2026, 5, 21));
        awaitOnPage("anna");
        day("Vom Tag").setValue(LocalDate.of(2026, 5, 22));
        assertThat(day("Bis zum Tag").isInvalid()).isTrue();
        assertThat(page()).contains("anna");
    }

    @Test
    void olderLinesComeOnDemandAndEachOnce() {
        for (var second = 0; second < 60; second++) happened(second, "anna", Deed.SIGNED_IN, "line-" + second + ".");
        open("audit");
        awaitOnPage("line-59.");
        assertThat(page()).contains("line-10.").doesNotContain("line-9.");
        test(find(Button.class).withText("Ältere zeigen").single()).click();
        awaitOnPage("line-0.");
        assertThat(find(ListItem.class).all()).hasSize(60);
        assertThat(find(Button.class).withText("Ältere zeigen").all()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsNoErrorPage() {
        trail.goAway();
        open("audit");
        awaitOnPage("Das Protokoll lässt sich gerade nicht lesen.");
    }

    @Test
    void everyDeedHasWordsInBothLanguages() {
        var deeds = Deed.values();
        for (var second = 0; second < deeds.length; second++)
            happened(second, "anna", deeds[second], deeds[second] + ".");
        speak(Locale.ENGLISH);
        open("audit");
        awaitOnPage("Show older");
        test(find(Button.class).withText("Show older").single()).click();
        awaitOnPage(deeds[0] + ".");
        assertThat(find(ListItem.class).all()).hasSize(deeds.length);
    }

    @Test
    @WithMockUser(
            username = "technician",
            roles = {"STAFF", "TECHNICIAN", "STRATEGY_EDITOR"})
    void onlyAdministratorsReadIt() {
        happened(1, "anna", Deed.SIGNED_IN, "");
        open("audit");
        assertThat(page()).doesNotContain("anna").contains("Dafür fehlt Ihnen eine Rolle");
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withCaption(label).single();
    }

    private void happened(int second, String actor, Deed deed, String object, Change... changes) {
        trail.add(new Entry(second, NOON.plusSeconds(second), actor, deed, object, List.of(changes)));
    }
}
