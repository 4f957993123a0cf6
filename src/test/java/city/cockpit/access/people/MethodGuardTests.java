package city.cockpit.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.access.InMemoryOwnAccount;
import city.cockpit.access.InMemoryPeople;
import city.cockpit.access.OwnAccount;
import city.cockpit.access.People;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class MethodGuardTests {

    private static final SignInName ANNA = new SignInName("anna");

    private final AnnotationConfigApplicationContext context = context();
    private final People people = context.getBean(People.class);
    private final OwnAccount own = context.getBean(OwnAccount.class);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
        context.close();
    }

    @Test
    void anAdministratorSeesEverybody() {
        signIn("chief", Role.Name.ADMINISTRATOR);
        assertThatCode(people::listPeople).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Role.Name.STAFF, Role.Name.TECHNICIAN, Role.Name.STRATEGY_EDITOR, Role.Name.PASSWORD_TO_CHANGE})
    void nobodyElseDoes(String role) {
        signIn("anna", role);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(people::listPeople);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> people.lock(ANNA, "anna"));
    }

    @Test
    void aStrangerUsesLinksAndNothingElse() {
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                .isThrownBy(people::listPeople);
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                .isThrownBy(() -> own.findOwn(ANNA));
        assertThat(own.findLink("no secret")).isEmpty();
        assertThat(own.redeem("no secret", "Sieben Gaense am Wehr"))
                .isEqualTo(new OwnAccount.PasswordOutcome.LinkVoid());
        assertThat(own.canSendLinks()).isFalse();
    }

    @Test
    void onesOwnAccountIsNobodyElses() {
        signIn("bert", Role.Name.ADMINISTRATOR);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> own.findOwn(ANNA));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> own.changePassword(ANNA, "old", "Sieben Gaense am Wehr"));
        signIn("anna", Role.Name.PASSWORD_TO_CHANGE);
        assertThat(own.findOwn(ANNA)).isEmpty();
    }

    private static void signIn(String name, String role) {
        var who = new TestingAuthenticationToken(name, "", "ROLE_" + role);
        SecurityContextHolder.getContext().setAuthentication(who);
    }

    private static AnnotationConfigApplicationContext context() {
        var context = new AnnotationConfigApplicationContext();
        context.register(MethodSecurityConfiguration.class);
        context.registerBean(InMemoryOwnAccount.class, () -> new InMemoryOwnAccount(() -> Instant.EPOCH));
        context.registerBean(InMemoryPeople.class, () -> new InMemoryPeople(() -> Instant.EPOCH));
        context.refresh();
        return context;
    }
}
