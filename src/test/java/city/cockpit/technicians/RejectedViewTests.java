package city.cockpit.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.RejectedMessage;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "admin", roles = "ADMINISTRATOR")
class RejectedViewTests extends ScreenTest {

    private static final RejectedMessage SCRIPT = new RejectedMessage(
            NOON, "city/air-markt", "<script>alert(1)</script>", 25, RejectReason.MALFORMED, "no JSON", 1);

    @Test
    void whereNothingWasRefusedThePageSaysSo() {
        open("rejected");
        awaitOnPage("Alles, was ankam, wurde verstanden und übernommen.");
    }

    @Test
    void aRefusedMessageHasATopicATimeAReasonInWordsAndItsPayloadAsText() {
        refusals.add(SCRIPT);
        open("rejected");
        awaitOnPage("Format nicht lesbar");
        assertThat(page()).contains("city/air-markt", "no JSON", "25 Byte");
        var payload = find(Pre.class).single().getElement();
        assertThat(payload.getText()).isEqualTo("<script>alert(1)</script>");
        assertThat(payload.getProperty("innerHTML")).isNull();
    }

    @Test
    void whatWasRefusedSinceIsThereAfterRefreshing() {
        open("rejected");
        awaitOnPage("Alles, was ankam");
        refusals.add(SCRIPT);
        test(find(NativeButton.class).withText("Aktualisieren").single()).click();
        awaitOnPage("city/air-markt");
    }

    @Test
    void aDatabaseThatIsAwayIsNoErrorPage() {
        refusals.goAway();
        open("rejected");
        awaitOnPage("Die Nachrichten lassen sich gerade nicht lesen.");
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        for (var reason : RejectReason.values())
            refusals.add(new RejectedMessage(NOON, "city/x", "", 0, reason, "", 1));
        speak(Locale.ENGLISH);
        open("rejected");
        awaitOnPage("Too many messages at once");
        assertThat(find(Pre.class).all()).hasSize(RejectReason.values().length);
    }

    @Test
    @WithMockUser(username = "clerk", roles = "CLERK")
    void onlyAdministratorsSeeIt() {
        refusals.add(SCRIPT);
        open("rejected");
        assertThat(page()).doesNotContain("city/air-markt").contains("Dafür fehlt Ihnen eine Rolle");
    }
}
