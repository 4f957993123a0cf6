package city.cockpit.administration;

import city.cockpit.access.Role;
import city.cockpit.calendar.CalendarSource;
import city.cockpit.calendar.TownCalendars;
import city.cockpit.calendar.TownCalendars.Kept;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Side;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The calendars that citizens see: where they come from, how they do, and a form for one. */
@Route(value = "calendars", layout = AdministrationLayout.class)
@Menu(title = "nav.calendars", order = 65)
@RolesAllowed(Role.Name.ADMINISTRATOR)
final class CalendarsView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final String NEW = "new";
    private static final String CHANGED = "calendar";

    private final Wording words;
    private final TownCalendars calendars;
    private final Background background;
    private final InstantSource clock;
    private final String administrator;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Rows rows;
    private final Paragraph none = new Paragraph();
    private final Side side;
    private List<Kept> kept = List.of();
    private Optional<CalendarPanel> panel = Optional.empty();

    CalendarsView(
            Wordings wordings,
            TownCalendars calendars,
            Background background,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.calendars = calendars;
        this.background = background;
        this.clock = clock;
        this.administrator = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        rows = new Rows(words, "calendars.what", "calendars.kind", "calendars.standing", "rows.actions");
        none.setText(words.text("calendars.none"));
        none.addClassName("rows-note");
        var list = new Div(head(), message, rows, none);
        side = new Side(this, list, "calendars", words.text("calendars.back"));
    }

    private Div head() {
        var lead = new Paragraph(words.text("calendars.lead"));
        lead.addClassName("lead");
        var add = new Button(words.text("calendars.new"), click -> go(QueryParameters.fromString(NEW)));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new Div(new H1(words.text("calendars.title")), lead), add);
        head.addClassName("figure-head");
        return head;
    }

    private static void go(QueryParameters query) {
        UI.getCurrentOrThrow().navigate("calendars", query);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        close();
        if (!listAgain()) return;
        var query = event.getLocation().getQueryParameters();
        var wanted = query.getSingleParameter(CHANGED);
        if (query.getParameters().containsKey(NEW)) open(Optional.empty());
        else
            wanted.flatMap(name -> kept.stream()
                            .map(Kept::source)
                            .filter(source -> source.name().equals(name))
                            .findFirst())
                    .ifPresent(source -> open(Optional.of(source)));
    }

    private void open(Optional<CalendarSource> source) {
        var opened = new CalendarPanel(words, calendars, background, clock, source, this::save);
        panel = Optional.of(opened);
        side.open(opened);
    }

    private void close() {
        panel = Optional.empty();
        side.close();
    }

    private void save(CalendarSource source) {
        var title = source.titles().in(words.locale());
        var outcome = attempt.at(
                () -> calendars.save(source, administrator),
                words.text("calendars.saved", title),
                words.text(source.version() == 0 ? "calendars.taken" : "calendars.meanwhile", title));
        if (outcome != Attempt.Outcome.DONE) return;
        close();
        listAgain();
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, "calendars");
    }

    private boolean listAgain() {
        return attempt.at(calendars::listCalendars, found -> {
            kept = found;
            rows.clear();
            found.forEach(this::add);
            none.setVisible(found.isEmpty());
        });
    }

    private void add(Kept one) {
        var source = one.source();
        var title = source.titles().in(words.locale());
        var about = new Div(new Anchor("everyday/" + source.name(), title), new Span(source.address()));
        if (!source.isOnStartPage()) about.add(new Mark(words.text("calendars.not-on-start-page")));
        about.addClassName("rows-about");
        var change =
                new Button(words.text("calendars.change"), click -> go(QueryParameters.of(CHANGED, source.name())));
        change.setAriaLabel(words.text("calendars.change.of", title));
        var remove = new Button(words.text("calendars.remove") + " …", click -> askToRemove(source));
        remove.setAriaLabel(words.text("calendars.remove.of", title));
        rows.addRow(
                about,
                new Span(words.text("calendar.kind." + source.kind())),
                standing(one),
                PersonPanel.row(change, remove));
    }

    private Component standing(Kept one) {
        var now = clock.instant();
        var good = new Span(one.fetchedAt()
                .map(at -> words.text("calendars.fetched", words.formats().minute(at, now)))
                .orElseGet(() -> words.text(one.flaw().isEmpty() ? "calendars.waiting" : "calendars.never")));
        if (one.flaw().isEmpty() || one.failingSince().isEmpty()) return good;
        return Rows.both(
                good,
                words.text(
                        "calendars.failing",
                        words.formats().minute(one.failingSince().get(), now),
                        CalendarTrial.why(one.flaw().get(), words)));
    }

    private void askToRemove(CalendarSource source) {
        var title = source.titles().in(words.locale());
        Question.ask(
                words.text("calendars.remove.title", title),
                words.text("calendars.remove.text"),
                words.text("question.keep"),
                words.text("calendars.remove"),
                () -> {
                    attempt.at(
                            () -> calendars.remove(source.name(), administrator),
                            words.text("calendars.removed", title),
                            words.text("calendars.gone", title));
                    close();
                    listAgain();
                });
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (panel.filter(CalendarPanel::isChanged).isPresent()) Question.askBeforeLeaving(event, words);
    }

    @Override
    public String getPageTitle() {
        return words.text("calendars.title");
    }
}
