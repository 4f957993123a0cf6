package city.cockpit.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.access.people.Identity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimsTests {

    @Test
    void theTextsOfTheProviderGiveTheRolesThatTheTownSaysTheyGive() {
        assertThat(ada(Map.of("roles", List.of("stadtwerke", "leitstelle")))
                        .details()
                        .roles())
                .containsExactly(Role.STAFF);
        assertThat(ada(Map.of("roles", "it")).details().roles())
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.TECHNICIAN);
    }

    @Test
    void whoeverIsCalledLikeOurRolesThereHasNoneHere() {
        assertThat(ada(Map.of("roles", List.of("ADMINISTRATOR", "IT", " it")))
                        .details()
                        .roles())
                .isEmpty();
        assertThat(ada(Map.of()).details().roles()).isEmpty();
    }

    @Test
    void dotsLeadIntoNestedObjects() {
        var realm = Map.<String, Object>of("realm_access", Map.of("roles", List.of("it")));
        assertThat(Claims.identity("https://login", "1", realm, settings("realm_access.roles"))
                        .details()
                        .roles())
                .contains(Role.ADMINISTRATOR);
        assertThat(Claims.identity("https://login", "1", Map.of("realm_access", "it"), settings("realm_access.roles"))
                        .details()
                        .roles())
                .isEmpty();
        assertThat(Claims.identity(
                                "https://login",
                                "1",
                                Map.of("https://town/roles", "it"),
                                settings("https://town/roles"))
                        .details()
                        .roles())
                .contains(Role.ADMINISTRATOR);
    }

    @Test
    void theSignInNameIsTheNameThereAndElseTheMailAddress() {
        assertThat(ada(Map.of("preferred_username", "Ada.L", "email", "ada@stadt.example"))
                        .name())
                .contains(new SignInName("ada.l"));
        assertThat(ada(Map.of("preferred_username", "Ada Lövelace", "email", "ada@stadt.example"))
                        .name())
                .contains(new SignInName("ada@stadt.example"));
        assertThat(ada(Map.of("preferred_username", "Ada Lövelace")).name()).isEmpty();
    }

    @Test
    void whatTheProviderSaysOfAPersonIsOneShortLine() {
        var details = ada(Map.of("name", "Ada\r\nLovelace" + "e".repeat(200), "email", "a@b\nBcc: c@d"))
                .details();
        assertThat(details.fullName()).startsWith("Ada Lovelace").hasSize(100);
        assertThat(details.email()).isEmpty();
        assertThat(ada(Map.of("name", 7, "email", List.of("a@b"))).details().fullName())
                .isEmpty();
    }

    private static Identity ada(Map<String, Object> claims) {
        return Claims.identity("https://login.musterstadt.example", "4711", claims, settings("roles"));
    }

    private static ProviderSettings settings(String roleClaim) {
        return new ProviderSettings(
                URI.create("https://login.musterstadt.example"),
                "cockpit",
                "",
                null,
                "",
                "preferred_username",
                roleClaim,
                Map.of(
                        Role.ADMINISTRATOR, List.of("it"),
                        Role.TECHNICIAN, List.of("it", "stadtwerke-technik"),
                        Role.STAFF, List.of("leitstelle")),
                Set.of("openid"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5));
    }
}
