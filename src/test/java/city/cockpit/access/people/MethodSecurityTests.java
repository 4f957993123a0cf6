package city.cockpit.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.cockpit.access.Role;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class MethodSecurityTests {

    private final AnnotationConfigApplicationContext city =
            new AnnotationConfigApplicationContext(MethodSecurityConfiguration.class, Bell.class);

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        city.close();
    }

    @Test
    void onlyWhoHoldsTheRoleRingsTheBell() {
        signInAs(Role.ADMINISTRATOR);
        assertThat(city.getBean(Bell.class).ring()).isEqualTo("ding");
        signInAs(Role.STAFF);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> city.getBean(Bell.class).ring());
    }

    @Test
    void aViewStaysTheComponentItIs() {
        signInAs(Role.STAFF);
        assertThat(city.getAutowireCapableBeanFactory().createBean(BellView.class))
                .isExactlyInstanceOf(BellView.class);
    }

    private static void signInAs(Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("somebody", "", "ROLE_" + role));
    }

    static class Bell {
        @RolesAllowed(Role.Name.ADMINISTRATOR)
        String ring() {
            return "ding";
        }
    }

    @Route(value = "bell", registerAtStartup = false)
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    static final class BellView extends Main {}
}
