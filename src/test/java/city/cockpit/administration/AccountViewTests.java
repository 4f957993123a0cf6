package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.InMemorySessions;
import city.cockpit.access.Role;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "kim.albers", roles = "STAFF")
class AccountViewTests extends DoorTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1";

    @Autowired
    InMemorySessions sessions;

    @BeforeEach
    @AfterEach
    void nobodyElse() {
        sessions.clear();
    }

    @Test
    void everybodySeesTheOwnDataAndWhatTheRolesOpen() {
        accounts.add("kim.albers", "Kim Albers", "secret", false, Role.STAFF, Role.TECHNICIAN);
        open("account");
        assertThat(page())
                .contains("Anmeldename kim.albers", "Name Kim Albers", "E-Mail kim.albers@stadt.example")
                .contains("Beschäftigte die Lage der Stadt", "Technik Sensoren, abgelehnte Nachrichten")
                .doesNotContain("Personen, Sitzungen");
    }

    @Test
    void whoeverSignsInAtTheIdentityProviderHasNoPasswordHere() {
        accounts.addFromProvider("kim.albers", "Kim Albers", Role.STAFF);
        open("account");
        assertThat(page()).contains("dort ändern Sie auch Ihr Passwort").doesNotContain("Passwort ändern");
    }

    @Test
    void aLostTelephoneIsSignedOutFromHere() {
        kimIsSignedInTwice();
        open("account");
        assertThat(page()).contains("Firefox auf Windows", "diese Sitzung", "Safari auf iPhone");
        press("Beenden");
        assertThat(page())
                .contains("Die Sitzung ist beendet.", "Firefox auf Windows")
                .doesNotContain("iPhone");
        assertThat(findAll(NativeButton.class).map(NativeButton::getText)).doesNotContain("Beenden");
    }

    @Test
    void nobodySeesTheSessionsOfOthers() {
        kimIsSignedInTwice();
        sessions.open("admin", "192.0.2.99", FIREFOX);
        open("account");
        assertThat(page()).doesNotContain("192.0.2.99");
    }

    @Test
    void allOthersEndAtOnceAndThisOneGoesOn() {
        kimIsSignedInTwice();
        sessions.open("kim.albers", "192.0.2.3", "curl/8");
        var anna = sessions.open("admin", "192.0.2.99", FIREFOX);
        open("account");
        assertThat(page()).contains("Unbekannter Browser");
        press("Alle anderen beenden");
        assertThat(page()).contains("2 Sitzungen sind beendet.");
        assertThat(sessions.listSessions()).hasSize(2).contains(anna);
    }

    @Test
    void whileTheDatabaseIsAwayThePageSaysSo() {
        kimIsSignedInTwice();
        open("account");
        sessions.goAway();
        press("Beenden");
        assertThat(page()).contains("Nichts wurde beendet");
        open("account");
        assertThat(page()).contains("Ihr Konto lässt sich gerade nicht lesen.");
    }

    @Test
    void aScriptThatCallsItselfABrowserIsOnlyText() {
        accounts.add("kim.albers", "<script>alert(1)</script>", "secret", false, Role.STAFF);
        sessions.open("kim.albers", "192.0.2.1", "<img src=x onerror=alert(1)> Firefox/1");
        open("account");
        assertThat(page()).contains("Name <script>alert(1)</script>", "Firefox");
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 Chrome/142.0 Safari/537.36 Edg/142.0 (Windows NT 10.0), Edge on Windows",
        "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0 Safari/537.36, Chrome on Linux",
        "Mozilla/5.0 (Linux; Android 16) SamsungBrowser/28 Chrome/130 Mobile Safari/537, Samsung Internet on Android",
        "'', Unknown browser"
    })
    void browsersHaveTheNamesThatPeopleKnow(String introduction, String words) {
        speak(Locale.ENGLISH);
        accounts.add("kim.albers", "Kim Albers", "secret", false, Role.STAFF);
        sessions.open("kim.albers", "192.0.2.1", introduction);
        open("account");
        assertThat(page()).contains(words);
    }

    @Test
    void aNewPasswordIsConfirmed() {
        accounts.add("kim.albers", "Kim Albers", "secret", false, Role.STAFF);
        open("account?changed");
        assertThat(page()).contains("Das neue Passwort gilt. Alle anderen Sitzungen sind beendet.");
    }

    @Test
    void anAccountThatIsGoneIsSaidToBeGone() {
        open("account");
        assertThat(page()).contains("Dieses Konto gibt es nicht mehr.");
    }

    @Test
    @WithAnonymousUser
    void strangersAreAskedToSignIn() {
        open("account");
        assertThat(page()).contains("Anmelden").doesNotContain("Mein Konto");
    }

    private void kimIsSignedInTwice() {
        accounts.add("kim.albers", "Kim Albers", "secret", false, Role.STAFF);
        sessions.here(sessions.open("kim.albers", "192.0.2.1", FIREFOX));
        sessions.open("kim.albers", "192.0.2.2", PHONE);
    }

    private void press(String label) {
        var pressed = find(NativeButton.class, button -> button.getText().equals(label));
        ComponentUtil.fireEvent(pressed, new ClickEvent<>(pressed));
    }
}
