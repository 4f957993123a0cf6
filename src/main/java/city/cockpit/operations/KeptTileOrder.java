package city.cockpit.operations;

import city.cockpit.access.PageChoices;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The order of tiles of whoever looks at a page. */
final class KeptTileOrder {

    private static final Logger log = LoggerFactory.getLogger(KeptTileOrder.class);
    private static final String PAGE = "cockpit";

    private final PageChoices choices;
    private final SignInName person;
    private final List<Role> roles;

    /** Only on a page for people who are signed in. */
    KeptTileOrder(PageChoices choices, AuthenticationContext visitor) {
        this.choices = choices;
        this.person = new SignInName(visitor.getPrincipalName().orElseThrow());
        this.roles = Stream.of(Role.values())
                .filter(role -> visitor.hasRole(role.name()))
                .toList();
    }

    boolean isAdministrators() {
        return roles.contains(Role.ADMINISTRATOR);
    }

    /** While the database is away, what needs attention comes first. */
    TileOrder find() {
        try {
            return choices.find(person, roles, PAGE).map(TileOrder::of).orElse(TileOrder.BY_ATTENTION);
        } catch (DataAccessException e) {
            log.debug("The order of the tiles could not be read", e);
            return TileOrder.BY_ATTENTION;
        }
    }

    void keep(TileOrder order) {
        choices.keep(person, PAGE, order.text());
    }

    /** Back to what is chosen for the person's roles. */
    TileOrder forget() {
        choices.forget(person, PAGE);
        return choices.find(person, roles, PAGE).map(TileOrder::of).orElse(TileOrder.BY_ATTENTION);
    }

    void keepFor(Role role, TileOrder order) {
        choices.keepFor(role, PAGE, order.text(), person);
    }
}
