package city.cockpit.uikit;

import city.cockpit.access.Role;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever has to choose a new password is led to that page from everywhere but what the law wants to be open. */
@Component
class PasswordFirst implements VaadinServiceInitListener {

    static final String PAGE = "account/password";

    private static final Set<String> OPEN = Set.of(PAGE, "imprint", "privacy", "accessibility");

    private final AuthenticationContext visitor;

    PasswordFirst(AuthenticationContext visitor) {
        this.visitor = visitor;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::lead));
    }

    private void lead(BeforeEnterEvent event) {
        if (visitor.hasRole(Role.Name.PASSWORD_TO_CHANGE)
                && !OPEN.contains(event.getLocation().getPath())) event.forwardTo(PAGE);
    }
}
