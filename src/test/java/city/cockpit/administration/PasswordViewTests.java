package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.Role;
import city.cockpit.preview.PreviewReadmission;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

class PasswordViewTests extends DoorTest {

    private static final String GOOD = "Brücke Lampe Tulpe Regen";

    @Autowired
    PreviewReadmission readmission;

    @ParameterizedTest
    @ValueSource(strings = {"", "cockpit", "status", "history/air", "setup", "account"})
    @WithMockUser(username = "admin", roles = Role.Name.PASSWORD_TO_CHANGE)
    void whoeverHasToChangeThePasswordGetsNowhereElse(String address) {
        open(address);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("account/password");
        assertThat(page()).contains("Neues Passwort wählen").doesNotContain("Zum Konto");
    }

    @Test
    @WithMockUser(username = "admin", roles = Role.Name.PASSWORD_TO_CHANGE)
    void theImprintStaysOpenToWhoeverHasToChangeThePassword() {
        open("imprint");
        assertThat(page()).contains("Impressum");
    }

    @Test
    @WithMockUser(username = "admin", roles = Role.Name.PASSWORD_TO_CHANGE)
    void withTheNewPasswordTheRolesTakeEffect() {
        var before = readmission.admitted();
        change("admin", GOOD);
        assertThat(accounts.password("admin")).contains(GOOD);
        assertThat(readmission.admitted()).isEqualTo(before + 1);
    }

    @Test
    @WithMockUser(username = "admin", roles = Role.Name.STAFF)
    void whoeverMayDoSomethingAlreadyKeepsTheSameSession() {
        var before = readmission.admitted();
        change("admin", GOOD);
        assertThat(accounts.password("admin")).contains(GOOD);
        assertThat(readmission.admitted()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''     | Bitte ein neues Passwort eingeben.",
                "zukurz | Zu kurz: mindestens 12 Zeichen.",
                "admin-darf-alles | Der Anmeldename darf nicht darin vorkommen.",
                "passwort12345 | Dieses Passwort ist zu bekannt"
            })
    @WithMockUser(username = "admin", roles = Role.Name.STAFF)
    void whatIsWrongWithTheNewPasswordIsSaidBesideIt(String typed, String sentence) {
        change("admin", typed);
        assertThat(password("Neues Passwort").isInvalid()).isTrue();
        assertThat(password("Neues Passwort").getErrorMessage()).startsWith(sentence);
        assertThat(accounts.password("admin")).contains("admin");
    }

    @Test
    @WithMockUser(username = "admin", roles = Role.Name.STAFF)
    void anEndlessPasswordIsRefusedAndNotCut() {
        change("admin", "x".repeat(100_000));
        assertThat(password("Neues Passwort").getErrorMessage()).isEqualTo("Zu lang: höchstens 200 Zeichen.");
        assertThat(accounts.password("admin")).contains("admin");
    }

    @Test
    @WithMockUser(username = "admin", roles = Role.Name.STAFF)
    void aWrongPresentPasswordIsSaidBesideItAndTooManyAreStopped() {
        change("wrong", GOOD);
        assertThat(password("Bisheriges Passwort").getErrorMessage()).isEqualTo("Das bisherige Passwort stimmt nicht.");
        for (var i = 0; i < 5; i++) send();
        assertThat(page()).contains("Zu viele Versuche mit einem falschen Passwort.");
        assertThat(accounts.password("admin")).contains("admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "elf Zeichen | Noch 1 Zeichen.",
                "aaaaaaaaaaaaaaaaaaaaaaaa | Schwach: Es wiederholen sich dieselben Zeichen.",
                "zwölf Zeiche | Ausreichend.",
                "sechzehn Zeichen | Stark.",
                "vier Wörter ohne Zusammenhang | Sehr stark."
            })
    @WithMockUser(username = "admin", roles = Role.Name.STAFF)
    void howStrongItIsStandsThereWhileOneTypes(String typed, String words) {
        open("account/password");
        password("Neues Passwort").setValue(typed);
        assertThat(password("Neues Passwort").getHelperText()).startsWith(words);
    }

    @Test
    @WithMockUser(username = "kim", roles = Role.Name.STAFF)
    void whoeverSignsInAtTheIdentityProviderIsSentThere() {
        accounts.addFromProvider("kim", "Kim Albers", Role.STAFF);
        open("account/password");
        assertThat(page()).contains("Anmeldedienst der Stadt");
        assertThat(findAll(Form.class)).isEmpty();
    }

    @Test
    @WithAnonymousUser
    void strangersAreAskedToSignIn() {
        open("account/password");
        assertThat(page()).contains("Anmelden").doesNotContain("Neues Passwort");
    }

    private void change(String current, String next) {
        open("account/password");
        password("Bisheriges Passwort").setValue(current);
        password("Neues Passwort").setValue(next);
        send();
    }
}
