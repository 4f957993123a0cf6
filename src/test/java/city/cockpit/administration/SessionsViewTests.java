package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.SignInName;
import com.vaadin.flow.component.button.Button;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

class SessionsViewTests extends AdministrationTest {

    @Test
    void everySessionStandsThereAndTheOwnIsMarked() {
        sessions.here(sessions.open("admin", "127.0.0.1", "Chromium, Linux"));
        sessions.open("anna", "192.0.2.7", "");
        open("sessions");
        assertThat(page())
                .contains("2 Sitzungen · 2 Personen")
                .contains("diese hier")
                .contains("anna Unbekannter Browser 192.0.2.7");
        assertThat(findAll(Button.class).filter(button -> button.getText().equals("Beenden")))
                .hasSize(1);
    }

    @Test
    void aSessionIsEnded() {
        sessions.here(sessions.open("admin", "127.0.0.1", "Chromium, Linux"));
        sessions.open("anna", "192.0.2.7", "Firefox, Linux");
        open("sessions");
        press("Beenden");
        assertThat(page()).contains("Die Sitzung von anna ist beendet.").doesNotContain("192.0.2.7");
        assertThat(sessions.listSessionsOf(new SignInName("anna"))).isEmpty();
    }

    @Test
    void aSessionThatWasOverAlreadyIsNoError() {
        sessions.open("anna", "192.0.2.7", "Firefox, Linux");
        open("sessions");
        sessions.clear();
        press("Beenden");
        assertThat(page()).contains("Die Sitzung von anna war schon zu Ende.").contains("Niemand ist angemeldet.");
    }

    @Test
    void allSessionsOfOnePersonAreEndedButTheOwn() {
        sessions.here(sessions.open("admin", "127.0.0.1", "Chromium, Linux"));
        sessions.open("admin", "192.0.2.1", "Firefox, Linux");
        sessions.open("admin", "192.0.2.2", "Firefox, Windows");
        sessions.open("anna", "192.0.2.7", "Firefox, Linux");
        open("sessions?person=admin");
        press("Alle Sitzungen von admin beenden");
        assertThat(page()).contains("2 Sitzungen sind beendet.");
        assertThat(sessions.listSessions()).hasSize(2);
    }

    @Test
    void theSearchFindsByPersonBrowserAndAddress() {
        sessions.open("anna", "192.0.2.7", "Firefox, Linux");
        sessions.open("ben", "192.0.2.8", "Mozilla/5.0 (iPhone) Safari/605");
        open("sessions");
        field("Person, Browser oder Adresse").setValue("iphone");
        assertThat(page()).contains("192.0.2.8").doesNotContain("192.0.2.7");
        field("Person, Browser oder Adresse").setValue("nichts davon");
        assertThat(page()).contains("Keine Sitzung passt zur Suche.");
    }

    @Test
    void ifTheDatabaseDoesNotAnswerThePageSaysSo() {
        sessions.goAway();
        open("sessions");
        assertThat(page()).contains("Die Datenbank antwortet gerade nicht.");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        sessions.open("anna", "192.0.2.7", "Firefox, Linux");
        open("sessions");
        assertThat(page()).contains("1 session · 1 person");
    }

    @Test
    @WithAnonymousUser
    void strangersSeeNoSession() {
        sessions.open("anna", "192.0.2.7", "Firefox, Linux");
        open("sessions");
        assertThat(page()).contains("Anmelden").doesNotContain("192.0.2.7");
    }
}
