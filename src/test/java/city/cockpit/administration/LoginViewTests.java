package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.IdentityProvider;
import city.cockpit.access.SignInNotice;
import city.cockpit.preview.PreviewProvider;
import city.cockpit.uikit.FormMessage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.communication.PushMode;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

@WithAnonymousUser
class LoginViewTests extends DoorTest {

    @Autowired
    PreviewProvider provider;

    @AfterEach
    void noProvider() {
        provider.be(null);
    }

    @Test
    void theBrowserItselfSendsNameAndPasswordAndKnowsWhatTheyAre() {
        open("login");
        var form = find(Form.class, any -> true).getElement();
        assertThat(form.getAttribute("method")).isEqualTo("post");
        assertThat(form.getAttribute("action")).isEqualTo("login");
        assertThat(form.getChildren().limit(2).map(field -> field.getAttribute("name")))
                .containsExactly("username", "password");
        assertThat(form.getChildren().limit(2).map(field -> field.getAttribute("autocomplete")))
                .containsExactly("username", "current-password");
    }

    @Test
    void nothingIsPushedWhileSomebodySignsInAndLivePagesAreLiveAfterwards() {
        open("link");
        var page = UI.getCurrent();
        var push = page.getPushConfiguration();
        push.setPushMode(PushMode.AUTOMATIC);
        page.navigate("login");
        assertThat(push.getPushMode()).isEqualTo(PushMode.DISABLED);
        page.navigate("login", QueryParameters.of("error", ""));
        assertThat(push.getPushMode()).isEqualTo(PushMode.DISABLED);
        page.navigate("link");
        assertThat(push.getPushMode()).isEqualTo(PushMode.AUTOMATIC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login?error | Anmeldename oder Passwort stimmt nicht.",
                "login?notice=WRONG | Anmeldename oder Passwort stimmt nicht.",
                "login?notice=UNAVAILABLE | Anmelden geht gerade nicht, weil die Datenbank nicht antwortet. Die öffentlichen Seiten laufen weiter. Bitte gleich noch einmal versuchen.",
                "login?notice=TOO_MANY_TRIES | Zu viele Versuche. Bitte in einigen Minuten noch einmal versuchen.",
                "login?notice=SESSION_ENDED | Ihre Sitzung ist zu Ende.",
                "login?provider=NO_ROLE | Ihr Konto hat im Cockpit keine Rolle."
            })
    void whyItDidNotOpenIsSaidInWords(String address, String words) {
        open(address);
        assertThat(page()).contains(words);
    }

    @ParameterizedTest
    @EnumSource(SignInNotice.class)
    void everyNoticeIsSaidInBothLanguages(SignInNotice notice) {
        open(notice.path().substring(1));
        assertThat(find(FormMessage.class, any -> true).getText()).isNotBlank();
        speak(Locale.ENGLISH);
        open(notice.path().substring(1));
        assertThat(find(FormMessage.class, any -> true).getText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "login?notice=<script>", "login?notice=", "login?provider=HELLO"})
    void withoutAReasonNothingIsSaid(String address) {
        open(address);
        assertThat(find(FormMessage.class, any -> true).isVisible()).isFalse();
        assertThat(page()).doesNotContain("script", "HELLO");
    }

    @Test
    void withoutMailWhoeverForgotThePasswordLearnsWhomToAsk() {
        open("login?forgotten");
        assertThat(page())
                .contains("Wer das Cockpit verwaltet, gibt Ihnen einen Link")
                .doesNotContain("Link anfordern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "nobody", "<script>alert(1)</script>"})
    void theAnswerToWhoeverForgotThePasswordDoesNotTellWhichNamesThereAre(String typed) {
        accounts.setUpMail();
        open("login?forgotten");
        name().setValue(typed);
        send();
        assertThat(page()).contains("Wenn es dieses Konto gibt und eine E-Mail-Adresse hinterlegt ist");
        assertThat(accounts.askedFor()).containsExactly(typed);
    }

    @Test
    void aNameIsNeededToAskForALink() {
        accounts.setUpMail();
        open("login?forgotten");
        send();
        assertThat(name().getErrorMessage()).isEqualTo("Bitte den Anmeldenamen eingeben.");
        assertThat(accounts.askedFor()).isEmpty();
    }

    @Test
    void theTownsIdentityProviderHasItsOwnWayIn() {
        provider.be(
                new IdentityProvider.Entrance("Musterstadt-Konto", "/oauth2/authorization/town", "idp.example", true));
        open("login");
        assertThat(page()).contains("Anmelden mit Musterstadt-Konto", "oder mit einem Konto des Cockpits");
        assertThat(find(Anchor.class, way -> way.getText().startsWith("Anmelden mit"))
                        .getHref())
                .isEqualTo("/oauth2/authorization/town");
    }

    @Test
    void aSilentIdentityProviderIsSaidToBeSilent() {
        provider.be(new IdentityProvider.Entrance("Konto", "/oauth2/authorization/town", "idp.example", false));
        open("login");
        assertThat(page()).contains("Dieser Anmeldedienst antwortet gerade nicht.");
    }

    @Test
    @WithMockUser(username = "admin", roles = "STAFF")
    void whoeverIsSignedInNeedNotDoSoAgain() {
        open("login");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("cockpit");
    }

    private TextField name() {
        return find(TextField.class, field -> "Anmeldename".equals(field.getLabel()));
    }
}
