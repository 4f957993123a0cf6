package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class LinkViewTests extends DoorTest {

    private static final String GOOD = "Brücke Lampe Tulpe Regen";

    @Test
    void anInvitedPersonIsWelcomedByNameAndChoosesAPassword() {
        accounts.addLink("s3cret", "kim.albers", "Kim Albers", true);
        follow("s3cret");
        assertThat(page()).contains("Willkommen, Kim Albers", "Ihr Anmeldename ist kim.albers.");
        choose(GOOD);
        assertThat(accounts.password("kim.albers")).contains(GOOD);
    }

    @Test
    void whoeverForgotThePasswordChoosesANewOne() {
        accounts.addLink("s3cret", "admin", "Anna Karst", false);
        follow("s3cret");
        assertThat(page()).contains("Neues Passwort wählen", "Für das Konto admin.");
        choose(GOOD);
        assertThat(accounts.password("admin")).contains(GOOD);
    }

    @Test
    void aLinkIsGoodOnce() {
        accounts.addLink("s3cret", "admin", "Anna Karst", false);
        follow("s3cret");
        choose(GOOD);
        follow("s3cret");
        assertThat(page()).contains("Dieser Link gilt nicht mehr");
        assertThat(findAll(Form.class)).isEmpty();
    }

    @Test
    void aLinkThatWasUsedElsewhereMeanwhileIsVoid() {
        accounts.addLink("s3cret", "admin", "Anna Karst", false);
        follow("s3cret");
        assertThat(accounts.redeem("s3cret", "Wiese Hafen Uhr Nebel")).isNotNull();
        choose(GOOD);
        assertThat(page()).contains("Dieser Link gilt nicht mehr");
        assertThat(accounts.password("admin")).contains("Wiese Hafen Uhr Nebel");
    }

    @Test
    void thePageMayBeLoadedAnewBeforeThePasswordIsChosen() {
        accounts.addLink("s3cret", "admin", "Anna Karst", false);
        follow("s3cret");
        follow("");
        assertThat(page()).contains("Für das Konto admin.");
    }

    @Test
    void aWeakPasswordLeavesTheLinkGood() {
        accounts.addLink("s3cret", "admin", "Anna Karst", false);
        follow("s3cret");
        choose("passwort12345");
        assertThat(password("Neues Passwort").getErrorMessage()).startsWith("Dieses Passwort ist zu bekannt");
        choose(GOOD);
        assertThat(accounts.password("admin")).contains(GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed", "<script>alert(1)</script>"})
    void aSecretThatWasNeverGivenOpensNothing(String secret) {
        follow(secret);
        assertThat(page()).contains("Dieser Link gilt nicht mehr").doesNotContain("script");
        assertThat(findAll(Form.class)).isEmpty();
    }

    @Test
    void anEndlessSecretOpensNothing() {
        follow("x".repeat(100_000));
        assertThat(page()).contains("Dieser Link gilt nicht mehr");
    }

    /** As the browser does it, which alone sees what stands behind the #. */
    private void follow(String secret) {
        open("link");
        ((LinkView) UI.getCurrent().getCurrentView()).open(secret);
    }

    private void choose(String next) {
        password("Neues Passwort").setValue(next);
        send();
    }
}
