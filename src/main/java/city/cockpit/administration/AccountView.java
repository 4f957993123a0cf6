package city.cockpit.administration;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.Person;
import city.cockpit.access.Role;
import city.cockpit.access.Sessions;
import city.cockpit.access.SignInName;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** One's own account: who one is here, what one may do, the way to a new password, and where one is signed in. */
@Route(value = "account", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN, Role.Name.STRATEGY_EDITOR})
final class AccountView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PASSWORD_CHANGED = "changed";

    private static final Logger log = LoggerFactory.getLogger(AccountView.class);

    private final Wording words;
    private final OwnAccount account;
    private final Sessions sessions;
    private final AuthenticationContext visitor;
    private final InstantSource clock;

    AccountView(
            Wordings wordings,
            OwnAccount account,
            Sessions sessions,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.account = account;
        this.sessions = sessions;
        this.visitor = visitor;
        this.clock = clock;
        addClassName("account-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(getPageTitle()));
        if (event.getLocation().getQueryParameters().getParameters().containsKey(PASSWORD_CHANGED)) add(changed());
        try {
            own().ifPresentOrElse(this::show, () -> add(note("account.unknown")));
        } catch (DataAccessException e) {
            log.warn("An account could not be read", e);
            add(note("account.unavailable"));
        }
    }

    private Optional<Person> own() {
        return visitor.getPrincipalName().flatMap(SignInName::of).flatMap(account::findOwn);
    }

    private void show(Person person) {
        add(data(person), roles(person), password(person), new OwnSessions(words, sessions, clock, person.name()));
    }

    private FormMessage changed() {
        var message = new FormMessage();
        message.say(FormMessage.Kind.DONE, words.text("account.password-changed"));
        return message;
    }

    private Section data(Person person) {
        var list = new DescriptionList();
        list.addClassName("own-facts");
        row(list, "account.name", person.name().value());
        if (!person.fullName().isBlank()) row(list, "account.full-name", person.fullName());
        if (!person.email().isBlank()) row(list, "account.email", person.email());
        person.lastSignInAt()
                .ifPresent(
                        at -> row(list, "account.last-sign-in", words.formats().minute(at, clock.instant())));
        return part("account.data", list, note("account.data.whose"));
    }

    private void row(DescriptionList list, String key, String value) {
        list.add(new DescriptionList.Term(words.text(key)), new DescriptionList.Description(value));
    }

    private Section roles(Person person) {
        var list = new UnorderedList();
        list.addClassName("roles");
        Stream.of(Role.values()).filter(person.roles()::contains).forEach(role -> {
            var name = new Span(words.text("role." + role));
            name.addClassName("role-name");
            list.add(new ListItem(name, new Span(words.text("role.opens." + role))));
        });
        return part("account.roles", list);
    }

    private Section password(Person person) {
        if (person.origin() == Person.Origin.IDENTITY_PROVIDER)
            return part("account.password", note("password.elsewhere"));
        return part("account.password", new Paragraph(new Anchor("account/password", words.text("password.title"))));
    }

    private Section part(String key, com.vaadin.flow.component.Component... content) {
        var part = new Section(new H2(words.text(key)));
        part.addClassName("account-part");
        part.add(content);
        return part;
    }

    private Paragraph note(String key) {
        var note = new Paragraph(words.text(key));
        note.addClassName("door-lead");
        return note;
    }

    @Override
    public String getPageTitle() {
        return words.text("account.title");
    }
}
