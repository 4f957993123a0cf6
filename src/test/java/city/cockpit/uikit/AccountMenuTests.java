package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

class AccountMenuTests extends ScreenTest {

    @ParameterizedTest
    @CsvSource({"admin, A", "anna.karst, AK", "anna.karst@stadt.example, AK", "a-b-c, AB", "7even, 7"})
    void theInitialsAreThoseOfTheName(String name, String initials) {
        assertThat(AccountMenu.initials(name)).isEqualTo(initials);
    }

    @Test
    @WithMockUser(
            username = "kim.albers",
            roles = {"STAFF", "TECHNICIAN"})
    void theFrameSaysWhoIsSignedInAndAsWhat() {
        open("");
        assertThat(page()).contains("kim.albers Beschäftigte und Technik Mein Konto Abmelden");
    }

    @Test
    @WithAnonymousUser
    void strangersHaveNoAccount() {
        open("");
        assertThat(page()).contains("Anmelden für Beschäftigte").doesNotContain("Abmelden", "Mein Konto");
    }

    @Test
    @WithMockUser(username = "kim.albers", roles = "STAFF")
    void whoeverLacksTheRoleIsToldSo() {
        open("setup");
        assertThat(page()).contains("Dafür fehlt Ihnen eine Rolle").doesNotContain("Stadt einrichten");
    }
}
