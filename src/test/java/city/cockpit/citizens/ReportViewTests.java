package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.faults.Fault;
import city.cockpit.faults.FaultState;
import city.cockpit.measurement.Domain;
import city.cockpit.preview.ScreenTest;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class ReportViewTests extends ScreenTest {

    @Autowired
    Wordings wordings;

    @Autowired
    LivePicture pictures;

    private Instant now = NOON;

    @BeforeEach
    void aTown() {
        aTownAtNoon();
    }

    @Test
    void pagesLeadThereWithWhatTheyAreAbout() {
        open("live/parken");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("report?topic=parken");
        open("site/markt");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("report?site=markt");
    }

    @Test
    void whatIsReportedReachesStaffWithWhatStoodOnThePageThenAndWithoutAName() {
        open("report?site=markt&topic=parken");
        assertThat(page()).contains("Es geht um: Markt:", "61");
        openAbout(Optional.of(Domain.PARKING), Optional.of("markt"));
        write("Die Anzeige steht seit gestern still.");
        send();
        assertThat(page()).contains("Danke. Die Meldung ist angekommen.");
        assertThat(faults.listFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.report().topic()).contains(Domain.PARKING);
            assertThat(fault.report().site()).contains("markt");
            assertThat(fault.report().context()).contains("Markt", "61");
            assertThat(fault.report().text()).isEqualTo("Die Anzeige steht seit gestern still.");
            assertThat(fault.report().contact()).isEmpty();
        });
    }

    @Test
    void ofACarParkStaffReadHowManyAreFreeAndNotEachBay() {
        for (var bay = 1; bay <= 8; bay++)
            city.with("bay-markt-%02d/bay_occupied".formatted(bay), "Parkhaus Markt", 300, OptionalInt.empty());
        city.publish(NOON);
        openAbout(Optional.of(Domain.PARKING), Optional.of("parkhaus-markt"));
        write("Die Schranke steht offen.");
        send();
        assertThat(faults.listFaults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.report().context())
                        .contains("Parkhaus Markt", "Freie Plätze 0")
                        .doesNotContain("Stellplatz belegt"));
    }

    @Test
    void whatNobodySeesIsFilledInByProgramsOnly() {
        openAbout(Optional.empty(), Optional.empty());
        write("Kaufen Sie jetzt");
        find(TextField.class).all().getLast().setValue("https://spam.example");
        send();
        assertThat(page()).as("programs are told that all is well").contains("Danke.");
        assertThat(faults.listFaults()).isEmpty();
    }

    @Test
    void nobodyWritesInASecond() {
        openAbout(Optional.empty(), Optional.empty());
        find(TextArea.class).single().setValue("Kaufen Sie jetzt");
        send();
        assertThat(faults.listFaults()).isEmpty();
    }

    @Test
    void whoeverSaysNothingIsAskedForIt() {
        openAbout(Optional.empty(), Optional.empty());
        send();
        assertThat(find(TextArea.class).single().getErrorMessage()).isEqualTo("Bitte schreiben Sie, was los ist.");
        assertThat(faults.listFaults()).isEmpty();
    }

    @Test
    void whenTooManyComeTheTextStays() {
        faults.beFull();
        openAbout(Optional.empty(), Optional.empty());
        write("Lampe kaputt");
        send();
        assertThat(page()).contains("Gerade kommen zu viele Meldungen an.");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Lampe kaputt");
    }

    @Test
    void everybodyReadsThePublicAnswerAndNeverTheReport() {
        openAbout(Optional.of(Domain.NOISE), Optional.empty());
        write("Hier wohnt Frau Muster, und es ist laut.");
        send();
        open("report");
        assertThat(page()).doesNotContain("Gemeldet und beantwortet", "Muster,");
        faults.answer(1, FaultState.SOLVED, "Das Mikrofon ist getauscht.", true, "sofie");
        open("report");
        assertThat(page())
                .contains("Gemeldet und beantwortet", "Lärm", "behoben", "Das Mikrofon ist getauscht.")
                .doesNotContain("Frau Muster");
        assertThat(faults.listFaults()).extracting(Fault::isPublic).containsExactly(true);
    }

    private void write(String text) {
        find(TextArea.class).single().setValue(text);
        now = now.plusSeconds(10);
    }

    /** The page at the clock of this test. */
    private void openAbout(Optional<Domain> topic, Optional<String> site) {
        open("imprint");
        var view = new ReportView(wordings, pictures, faults, () -> now);
        view.show(topic, site);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
    }

    private void send() {
        find(Button.class).withText("Absenden").single().click();
    }
}
