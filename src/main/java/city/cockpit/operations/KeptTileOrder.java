package city.cockpit.operations;

import city.cockpit.access.PageChoices;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The order of tiles of whoever looks at a page. */
final class KeptTileOrder {

    private static final String PAGE = "cockpit";

    /** Nobody waits longer for the order of tiles than for the tiles. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PageChoices choices;
    private final Background background;
    private final SignInName person;
    private final List<Role> roles;

    /** Only on a page for people who are signed in. */
    KeptTileOrder(PageChoices choices, Background background, AuthenticationContext visitor) {
        this.choices = choices;
        this.background = background;
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
        return switch (background.askBriefly(() -> choices.find(person, roles, PAGE), PATIENCE)) {
            case Answer.Known<Optional<String>>(var chosen) ->
                chosen.map(TileOrder::of).orElse(TileOrder.BY_ATTENTION);
            case Answer.Pending<Optional<String>>(), Answer.Unavailable<Optional<String>>() -> TileOrder.BY_ATTENTION;
        };
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
