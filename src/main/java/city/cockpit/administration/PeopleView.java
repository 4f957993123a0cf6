package city.cockpit.administration;

import city.cockpit.access.People;
import city.cockpit.access.People.Details;
import city.cockpit.access.Person;
import city.cockpit.access.Role;
import city.cockpit.access.Sessions;
import city.cockpit.access.SignInName;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.SearchField;
import city.cockpit.uikit.Side;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The people who may sign in: all of them, and beside them the one that was chosen or somebody who is to be invited. */
@Route(value = "people/:person?", layout = AdministrationLayout.class)
@Menu(title = "nav.people", order = 30)
@RolesAllowed(Role.Name.ADMINISTRATOR)
final class PeopleView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, PersonPanel.Frame {

    /** More are found by searching. */
    private static final int MOST_ROWS = 200;

    private static final QueryParameters INVITE = QueryParameters.fromString("invite");

    private final Wording words;
    private final People people;
    private final Sessions sessions;
    private final InstantSource clock;
    private final String administrator;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Paragraph lead = new Paragraph();
    private final SearchField search;
    private final Rows rows;
    private final Paragraph more = new Paragraph();
    private final Side side;
    private List<Person> everybody = List.of();
    private BooleanSupplier unsaved = () -> false;
    private Optional<SignInName> chosen = Optional.empty();
    private Optional<String> farewell = Optional.empty();
    private Optional<InvitePanel> prepared = Optional.empty();

    PeopleView(
            Wordings wordings, People people, Sessions sessions, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
        this.administrator = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        lead.addClassName("lead");
        search = new SearchField(words.text("people.search"), this::showList);
        rows = new Rows(words, "people.person", "people.roles", "people.last-sign-in", "people.state");
        more.addClassName("rows-note");
        more.getElement().setAttribute("role", "status");
        var list = new Div(head(), message, search, rows, more);
        side = new Side(this, list, "people", words.text("people.back"));
    }

    private Div head() {
        var invite = new Button(
                words.text("people.invite"), click -> UI.getCurrentOrThrow().navigate("people", INVITE));
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new Div(new H1(words.text("people.title")), lead), invite);
        head.addClassName("figure-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        farewell.ifPresent(text -> message.say(FormMessage.Kind.DONE, text));
        farewell = Optional.empty();
        var person = event.getRouteParameters().get("person");
        chosen = person.flatMap(SignInName::of);
        var inviting = event.getLocation().getQueryParameters().getParameters().containsKey("invite");
        leaveSide();
        if (!listAgain()) return;
        if (person.isPresent()) chosen.flatMap(this::known).ifPresentOrElse(this::beside, this::sayUnknown);
        else if (inviting) besideInvitation();
    }

    private Optional<Person> known(SignInName name) {
        return everybody.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private void sayUnknown() {
        message.say(FormMessage.Kind.PROBLEM, words.text("people.unknown"));
    }

    private void leaveSide() {
        side.close();
        unsaved = () -> false;
    }

    private void beside(Person person) {
        var panel = new PersonPanel(words, people, sessions, clock, administrator, person, this);
        unsaved = panel::isChanged;
        side.open(panel);
    }

    private void besideInvitation() {
        var panel = prepared.orElseGet(this::invitation);
        prepared = Optional.empty();
        unsaved = panel::isChanged;
        side.open(panel);
    }

    private InvitePanel invitation() {
        return new InvitePanel(
                words,
                people,
                clock,
                administrator,
                this::listChanged,
                name -> UI.getCurrentOrThrow().navigate("people/" + name));
    }

    @Override
    public void listChanged() {
        listAgain();
    }

    @Override
    public void removed(Person person) {
        farewell = Optional.of(words.text("people.removed", PersonPanel.title(person)));
        UI.getCurrentOrThrow().navigate("people");
    }

    @Override
    public void inviteAgain(Person person, Details details) {
        var panel = invitation();
        panel.type(person.name(), details);
        prepared = Optional.of(panel);
        UI.getCurrentOrThrow().navigate("people", INVITE);
    }

    private boolean listAgain() {
        return attempt.at(people::listPeople, found -> {
            var collator = Collator.getInstance(words.locale());
            everybody = found.stream()
                    .sorted(Comparator.comparing(PersonPanel::title, collator))
                    .toList();
            lead.setText(summary());
            showList();
        });
    }

    private String summary() {
        var parts = Stream.of(
                        words.text("people.count", (long) everybody.size()),
                        counted(
                                "people.count.invited",
                                everybody.stream().filter(Person::invited).count()),
                        counted(
                                "people.count.locked",
                                everybody.stream().filter(Person::locked).count()))
                .filter(part -> !part.isEmpty())
                .toList();
        return String.join(" · ", parts);
    }

    private String counted(String key, long count) {
        return count == 0 ? "" : words.text(key, count);
    }

    private void showList() {
        rows.clear();
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = everybody.stream().filter(person -> matches(person, wanted)).toList();
        found.stream().limit(MOST_ROWS).forEach(this::add);
        if (found.isEmpty() && !everybody.isEmpty()) note(words.text("people.search.none"));
        else if (found.size() > MOST_ROWS)
            note(words.text("people.more", words.formats().count(found.size() - MOST_ROWS)));
        else note("");
    }

    private void note(String text) {
        more.setText(text);
        more.setVisible(!text.isEmpty());
    }

    private boolean matches(Person person, String wanted) {
        return (person.name() + " " + person.fullName() + " " + person.email() + " " + roles(person))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private void add(Person person) {
        var name = new Anchor("people/" + person.name(), PersonPanel.title(person));
        var about = new Div(name);
        if (!person.fullName().isEmpty()) about.add(new Span(person.name().value()));
        about.addClassName("rows-about");
        var state = new Div();
        marks(words, person).forEach(state::add);
        var row = rows.addRow(
                about,
                new Span(roles(person)),
                new Span(person.lastSignInAt()
                        .map(at -> words.formats().minute(at, clock.instant()))
                        .orElse(words.text("people.never"))),
                state);
        if (chosen.equals(Optional.of(person.name()))) name.getElement().setAttribute("aria-current", "true");
        row.addClassName("rows-way");
    }

    private String roles(Person person) {
        return words.list(person.roles().stream()
                .sorted()
                .map(role -> words.text("role." + role))
                .toList());
    }

    /** What is not as usual with a person, in words. */
    static List<Mark> marks(Wording words, Person person) {
        return Stream.of(
                        person.locked() ? "people.is.locked" : "",
                        person.invited() ? "people.is.invited" : "",
                        person.passwordToChange() ? "people.is.password-to-change" : "",
                        person.origin() == Person.Origin.IDENTITY_PROVIDER ? "people.is.elsewhere" : "")
                .filter(key -> !key.isEmpty())
                .map(key -> new Mark(words.text(key)))
                .toList();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!unsaved.getAsBoolean()) return;
        Question.askBeforeLeaving(event, words);
    }

    @Override
    public String getPageTitle() {
        return words.text("people.title");
    }
}
