package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.kept.Progress;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "admin", roles = "TECHNICIAN")
class RejectedViewTests extends DeskTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @Test
    void whileTheDatabaseIsAwayThePageSaysSoAndOffersNothing() {
        refusals.goAway();
        open("rejected");
        awaitOnPage("Die Nachrichten lassen sich gerade nicht lesen.");
        assertThat(page()).doesNotContain("Alle mit diesem Grund");
    }

    @Test
    void whatIsNotHereIsSaidWithTheWayToIt() {
        open("rejected");
        assertThat(page())
                .contains("Absendern, die nicht eingetragen sind, liegen im Posteingang. Posteingang Datenfluss");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).contains("inbox", "dataflow");
    }

    @Test
    void whereNothingWasRefusedThePageSaysSo() {
        open("rejected");
        awaitOnPage("Alles, was ankam, wurde verstanden und übernommen.");
    }

    @Test
    void aGroupSaysWhoWhyAndHowOften() {
        refusals.add(RejectReason.MALFORMED, "air-markt", "not JSON", SCRIPT, NOON, 1_274, 200);
        open("rejected");
        awaitOnPage("1\u202f274 Nachrichten in einer Gruppe");
        assertThat(page())
                .contains("air-markt", "not JSON", "Format nicht lesbar")
                .doesNotContain(SCRIPT);
    }

    @Test
    void whatIsNoJsonIsToldInTheLanguageOfThePage() {
        var detail = "not JSON: something is out of place at line 1, column 2";
        var group = refusals.add(RejectReason.MALFORMED, "air-markt", detail, "{,}", NOON, 1, 1);
        open("rejected/" + group);
        awaitOnPage("Das ist kein JSON: In Zeile 1 steht bei Zeichen 2 etwas, das nicht dorthin gehört.");
        assertThat(page()).doesNotContain("out of place");
    }

    @Test
    void theNewestMessageOfAGroupIsReadOnDemandAndIsText() {
        var group = refusals.add(RejectReason.MALFORMED, "air-markt", "not JSON", SCRIPT, NOON, 1, 1);
        open("rejected/" + group);
        awaitOnPage("city/air-markt");
        assertThat(page()).contains("25 Byte", "QoS 1");
        var payload = find(Pre.class).single().getElement();
        assertThat(payload.getText()).isEqualTo(SCRIPT);
        assertThat(payload.getProperty("innerHTML")).isNull();
    }

    @Test
    void hostileTextInNamesStaysText() {
        var group = refusals.add(RejectReason.UNKNOWN_TOPIC, SCRIPT, SCRIPT, SCRIPT, NOON, 1, 1);
        open("rejected/" + group);
        awaitOnPage("Unbekanntes Topic");
        assertThat(page()).contains(SCRIPT);
    }

    @Test
    void aGroupThatIsRunAgainSaysWhatBecameOfIt() {
        var group = refusals.add(RejectReason.UNKNOWN_PROPERTY, "air-markt", "no series", "{}", NOON, 15, 15);
        refusals.willEnd(new Progress(15, 12, 3, 0, true));
        open("rejected/" + group);
        awaitOnPage("15 Nachrichten, 15 davon aufgehoben.");
        press("Alle erneut verarbeiten");
        awaitOnPage("Erneut verarbeitet: 12 gespeichert, 3 wieder abgelehnt.");
    }

    @Test
    void theMessagesOfOneSensorStandAloneAndAreRunAgainTogether() {
        aTownAtNoon();
        registerTown();
        var group = refusals.add(RejectReason.UNKNOWN_PROPERTY, "air-markt", "no series", "{}", NOON, 4, 4);
        refusals.add(RejectReason.UNIT, "air-markt", "pm2_5 in 'ppb'", "{}", NOON, 2, 2);
        refusals.add(RejectReason.MALFORMED, "noise-markt", "not JSON", "{", NOON, 1, 1);
        open("rejected?sensor=air-markt");
        awaitOnPage("6 Nachrichten in 2 Gruppen");
        assertThat(page()).contains("Nur Nachrichten von Luft am Markt").doesNotContain("noise-markt");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("rejected/" + group + "?sensor=air-markt", "sensors/air-markt", "rejected");
        press("Alle dieses Sensors erneut verarbeiten");
        awaitOnPage("Von diesem Sensor ist keine Nachricht abgelehnt.");
        open("rejected");
        awaitOnPage("noise-markt");
        assertThat(page()).doesNotContain("Nur Nachrichten von", "no series");
    }

    @Test
    void allOfAReasonAreRunAgain() {
        refusals.add(RejectReason.UNKNOWN_PROPERTY, "air-markt", "no series", "{}", NOON, 1, 1);
        refusals.add(RejectReason.UNKNOWN_PROPERTY, "air-bahnhof", "no series", "{}", NOON, 1, 1);
        refusals.add(RejectReason.MALFORMED, "noise-markt", "not JSON", "{", NOON, 1, 1);
        open("rejected");
        awaitOnPage("3 Nachrichten in 3 Gruppen");
        @SuppressWarnings("unchecked") // there is one on the page
        Select<RejectReason> reasons = find(Select.class).single();
        reasons.setValue(RejectReason.UNKNOWN_PROPERTY);
        assertThat(page()).doesNotContain("noise-markt");
        press("Alle mit diesem Grund erneut verarbeiten");
        awaitOnPage("1 gespeichert");
        awaitThat(() -> assertThat(page()).contains("noise-markt").doesNotContain("air-bahnhof"));
    }

    @Test
    void aGroupIsDeletedAfterAQuestion() {
        var group = refusals.add(RejectReason.MALFORMED, "air-markt", "not JSON", "{", NOON, 1, 1);
        open("rejected/" + group);
        awaitOnPage("city/air-markt");
        press("Gruppe löschen …");
        confirm();
        awaitOnPage("Alles, was ankam, wurde verstanden und übernommen.");
    }

    @Test
    void whatComesWhileThePageIsOpenAppearsOnTop() {
        open("rejected");
        awaitOnPage("Alles, was ankam");
        refusals.add(RejectReason.MALFORMED, "air-markt", "not JSON", "{", NOON, 1, 1);
        awaitOnPage("air-markt");
        refusals.add(RejectReason.MALFORMED, "noise-markt", "not JSON", "{", NOON, 1, 1);
        awaitThat(() -> assertThat(page()).containsSubsequence("noise-markt", "air-markt"));
    }

    @Test
    void theSearchFindsByTheWordsOfTheReason() {
        refusals.add(RejectReason.IN_FUTURE, "air-markt", "pm10 at …", "{}", NOON, 1, 1);
        refusals.add(RejectReason.MALFORMED, "noise-markt", "not JSON", "{", NOON, 1, 1);
        open("rejected");
        awaitOnPage("noise-markt");
        find(TextField.class).single().setValue("zukunft");
        assertThat(page()).contains("air-markt").doesNotContain("noise-markt");
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        for (var reason : RejectReason.values()) refusals.add(reason, "air-markt", "", "", NOON, 1, 1);
        speak(Locale.ENGLISH);
        open("rejected");
        awaitOnPage("Too many messages at once");
        assertThat(page()).contains(RejectReason.values().length + " messages in");
    }

    @Test
    @WithMockUser(username = "clerk", roles = "CLERK")
    void onlyAdministratorsAndTechniciansSeeIt() {
        refusals.add(RejectReason.MALFORMED, "air-markt", "not JSON", "{", NOON, 1, 1);
        open("rejected");
        assertThat(page()).doesNotContain("air-markt").contains("Dafür fehlt Ihnen eine Rolle");
    }
}
