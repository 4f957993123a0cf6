package city.cockpit.administration;

import city.cockpit.access.Role;
import city.cockpit.access.Sessions;
import city.cockpit.access.Sessions.OpenSession;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.SearchField;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is signed in where. A session that is ended here is over at once, on other nodes within seconds. */
@Route(value = "sessions", layout = AdministrationLayout.class)
@Menu(title = "nav.sessions", order = 40)
@RolesAllowed(Role.Name.ADMINISTRATOR)
final class SessionsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** More are found by searching. */
    private static final int MOST_ROWS = 200;

    private final Wording words;
    private final Sessions sessions;
    private final InstantSource clock;
    private final String administrator;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Paragraph lead = new Paragraph();
    private final SearchField search;
    private final Button endAll;
    private final Rows rows;
    private final Paragraph more = new Paragraph();
    private List<OpenSession> open = List.of();
    private Optional<String> person = Optional.empty();

    SessionsView(Wordings wordings, Sessions sessions, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.sessions = sessions;
        this.clock = clock;
        this.administrator = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        lead.addClassName("lead");
        search = new SearchField(words.text("sessions.search"), this::showList);
        endAll = new Button(words.text("sessions.end-all"), click -> endAll());
        rows = new Rows(
                words,
                "people.person",
                "sessions.browser",
                "sessions.address",
                "sessions.since",
                "sessions.last-used",
                "rows.actions");
        more.addClassName("rows-note");
        more.getElement().setAttribute("role", "status");
        var tools = new Div(search, endAll);
        tools.addClassName("list-tools");
        add(head(), message, tools, rows, more);
    }

    private Div head() {
        var again = new Button(words.text("rejected.again"), click -> {
            message.clear();
            listAgain();
        });
        var head = new Div(new Div(new H1(words.text("sessions.title")), lead), again);
        head.addClassName("figure-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        person = event.getLocation().getQueryParameters().getSingleParameter("person");
        person.ifPresent(search::setValue);
        message.clear();
        listAgain();
    }

    private void listAgain() {
        attempt.at(sessions::listSessions, found -> {
            open = found;
            var people = found.stream().map(OpenSession::name).distinct().count();
            lead.setText(words.text("sessions.count", (long) found.size(), people));
            showList();
        });
    }

    private void showList() {
        rows.clear();
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = open.stream().filter(session -> matches(session, wanted)).toList();
        var here = sessions.current();
        found.stream().limit(MOST_ROWS).forEach(session -> add(session, here.equals(Optional.of(session.id()))));
        endAll.setVisible(found.size() > 1 && ofOne(found).isPresent());
        ofOne(found).ifPresent(name -> endAll.setText(words.text("sessions.end-all", name)));
        if (found.isEmpty()) note(words.text(open.isEmpty() ? "sessions.none" : "sessions.search.none"));
        else if (found.size() > MOST_ROWS)
            note(words.text("people.more", words.formats().count(found.size() - MOST_ROWS)));
        else note("");
    }

    private void note(String text) {
        more.setText(text);
        more.setVisible(!text.isEmpty());
    }

    /** Whose sessions they are, if they are all of one person who was searched for. */
    private Optional<String> ofOne(List<OpenSession> found) {
        if (search.isEmpty()) return Optional.empty();
        var names =
                found.stream().map(session -> session.name().value()).distinct().toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private boolean matches(OpenSession session, String wanted) {
        return (session.name() + " " + session.address() + " " + browser(session))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private void add(OpenSession session, boolean here) {
        var about =
                new Div(new Anchor("people/" + session.name(), session.name().value()));
        about.addClassName("rows-about");
        rows.addRow(
                about,
                new Span(browser(session)),
                new Span(session.address()),
                moment(session.signedInAt()),
                moment(session.lastUsedAt()),
                here ? new Mark(words.text("sessions.here")) : end(session));
    }

    private String browser(OpenSession session) {
        return BrowserName.of(session.browser(), words);
    }

    private Span moment(Instant at) {
        return new Span(words.formats().minute(at, clock.instant()));
    }

    private Component end(OpenSession session) {
        var button = new Button(words.text("sessions.end"), click -> end(session, true));
        button.setAriaLabel(words.text("sessions.end.of", session.name(), browser(session)));
        return button;
    }

    private void end(OpenSession session, boolean tell) {
        attempt.at(() -> sessions.end(session.id(), Optional.empty(), administrator), ended -> {
            if (tell)
                message.say(
                        FormMessage.Kind.DONE, words.text(ended ? "sessions.ended" : "sessions.over", session.name()));
            listAgain();
        });
    }

    /** The session of whoever asks stays. */
    private void endAll() {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var here = sessions.current();
        var found = open.stream()
                .filter(session -> matches(session, wanted))
                .filter(session -> !here.equals(Optional.of(session.id())))
                .toList();
        for (var session : found)
            if (!attempt.at(() -> sessions.end(session.id(), Optional.empty(), administrator), ended -> {})) return;
        message.say(FormMessage.Kind.DONE, words.text("sessions.ended.all", (long) found.size()));
        listAgain();
    }

    @Override
    public String getPageTitle() {
        return words.text("sessions.title");
    }
}
