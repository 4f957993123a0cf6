package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.kept.Inbox.Candidate;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "tina", roles = "TECHNICIAN")
class InboxViewTests extends DeskTest {

    private static final String PAYLOAD = "{\"time\":\"2026-05-21T09:00:00Z\",\"values\":{\"pm2_5\":12.3}}";

    @BeforeEach
    void town() {
        aTownAtNoon();
    }

    @Test
    void whatIsNotHereIsSaidWithTheWayToIt() {
        open("inbox");
        assertThat(page())
                .contains(
                        "Unlesbares, auch von unbekannten Absendern, ist abgelehnt. Abgelehnte Nachrichten Datenfluss");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).contains("rejected", "dataflow");
    }

    @Test
    void anEmptyInboxSaysWhatItIsFor() {
        open("inbox");
        awaitOnPage("Leer. Was unter einem unbekannten Namen ankommt");
    }

    @Test
    void aSenderSaysHowOftenByWhichConnectionAndWhen() {
        inbox.add("air-neu", "pm2_5", 12.3, PAYLOAD, NOON);
        open("inbox");
        awaitOnPage("Ein Absender, der als Sensor noch nicht eingetragen ist.");
        assertThat(page()).contains("air-neu city/air-neu 15 cockpit");
    }

    @Test
    void theChosenSenderShowsWhatItsMessagesWouldBecome() {
        var sender = inbox.add("air-neu", "pm2_5", 12.3, PAYLOAD, NOON);
        open("inbox/" + sender);
        awaitOnPage("Feinstaub PM2,5 12");
        assertThat(find(Pre.class).single().getText()).contains("  \"values\": {\n    \"pm2_5\": 12.3");
    }

    @Test
    void sensorsThatFitComeFirstAndWhatOneLacksIsNamed() {
        var sender = inbox.add("air-neu", "pm2_5", 12.3, PAYLOAD, NOON);
        open("inbox/" + sender);
        awaitOnPage("Was daraus würde");
        var sensors = sensors();
        var offered = sensors.getListDataView().getItems().toList();
        assertThat(offered.getFirst().sensor().value()).isEqualTo("air-markt");
        sensors.setValue(offered.getFirst());
        assertThat(sensors.getHelperText()).startsWith("Passt.");
        sensors.setValue(offered.getLast());
        assertThat(sensors.getHelperText()).contains("fehlen: Feinstaub PM2,5").contains("Er misst:");
    }

    @Test
    void anAssignedSenderLeavesTheInboxAndItsMessagesAreStored() {
        var sender = inbox.add("air-neu", "pm2_5", 12.3, PAYLOAD, NOON);
        open("inbox/" + sender);
        awaitOnPage("Was daraus würde");
        var sensors = sensors();
        sensors.setValue(sensors.getListDataView().getItems().toList().getFirst());
        press("Zuordnen");
        awaitOnPage("air-neu gehört jetzt zu air-markt. Erneut verarbeitet: 15 gespeichert.");
        awaitOnPage("Zugeordnete Absender");
        assertThat(inbox.listSenders()).isEmpty();
    }

    @Test
    void anAssignmentIsUndoneAfterAQuestion() {
        inbox.assign(
                inbox.listCandidates().getFirst().sensor(),
                inbox.listCandidates().getLast().sensor(),
                "tina");
        open("inbox");
        awaitOnPage("Zugeordnete Absender");
        press("Aufheben …");
        confirm();
        awaitOnPage("ist keinem Sensor mehr zugeordnet.");
        awaitThat(() -> assertThat(page()).doesNotContain("Zugeordnete Absender"));
    }

    @Test
    void aSenderIsDeletedAfterAQuestion() {
        var sender = inbox.add("air-neu", "pm2_5", 12.3, PAYLOAD, NOON);
        open("inbox/" + sender);
        awaitOnPage("Was daraus würde");
        press("Absender löschen …");
        confirm();
        awaitOnPage("15 Nachrichten sind gelöscht.");
    }

    @Test
    void hostileTextStaysText() {
        var script = "<script>alert(1)</script>";
        var sender = inbox.add(script, script, 1, script, NOON);
        open("inbox/" + sender);
        awaitOnPage("unbekannte Messgröße");
        assertThat(find(Pre.class).single().getElement().getProperty("innerHTML"))
                .isNull();
        assertThat(find(Pre.class).single().getText()).isEqualTo(script);
    }

    @Test
    void aDatabaseThatIsAwayIsNoErrorPage() {
        inbox.goAway();
        open("inbox");
        awaitOnPage("Der Posteingang lässt sich gerade nicht lesen.");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        inbox.add("air-neu", "pm2_5", 12.3, PAYLOAD, NOON);
        open("inbox");
        awaitOnPage("One sender that is not registered as a sensor yet.");
    }

    @Test
    @WithMockUser(username = "clerk", roles = "STAFF")
    void othersDoNotSeeIt() {
        inbox.add("air-neu", "pm2_5", 12.3, PAYLOAD, NOON);
        open("inbox");
        assertThat(page()).doesNotContain("air-neu").contains("Dafür fehlt Ihnen eine Rolle");
    }

    @SuppressWarnings("unchecked") // there is one on the page
    private ComboBox<Candidate> sensors() {
        return find(ComboBox.class).single();
    }
}
