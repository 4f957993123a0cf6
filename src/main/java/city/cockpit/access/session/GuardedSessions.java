package city.cockpit.access.session;

import city.cockpit.access.Role;
import city.cockpit.access.Sessions;
import city.cockpit.access.SignInName;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** Everybody sees and ends their own sessions, administrators all of them. */
@Component
class GuardedSessions implements Sessions {

    private static final String ADMINISTRATOR = "hasRole('" + Role.Name.ADMINISTRATOR + "')";

    private final SessionBook book;

    GuardedSessions(SessionBook book) {
        this.book = book;
    }

    @Override
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    public List<OpenSession> listSessions() {
        return book.listOpen();
    }

    @Override
    @PreAuthorize(ADMINISTRATOR + " or #name.value() == authentication.name")
    public List<OpenSession> listSessionsOf(SignInName name) {
        return book.listOpenOf(name);
    }

    @Override
    @PreAuthorize(ADMINISTRATOR + " or (#owner.isPresent() and #owner.get().value() == authentication.name)")
    public boolean end(UUID session, Optional<SignInName> owner, String by) {
        return book.end(session, owner, by);
    }

    @Override
    public Optional<UUID> current() {
        return SessionBook.current();
    }
}
