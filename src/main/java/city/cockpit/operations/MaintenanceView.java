package city.cockpit.operations;

import static java.util.stream.Collectors.toMap;

import city.cockpit.access.Role;
import city.cockpit.alerts.Maintenance;
import city.cockpit.alerts.Maintenance.Place;
import city.cockpit.alerts.MaintenanceWindow;
import city.cockpit.alerts.MaintenanceWindow.Kind;
import city.cockpit.alerts.MaintenanceWindow.Target;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** When somebody works on sensors: those that go on or are planned, and those that are over. */
@Route(value = "maintenance", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN})
final class MaintenanceView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final Maintenance maintenance;
    private final InstantSource clock;
    private final String person;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final MaintenanceForm form;
    private final Rows ahead;
    private final Paragraph nothingAhead = new Paragraph();
    private final Rows past;
    private final Section pastSection;
    private List<MaintenanceWindow> known = List.of();
    private Map<Target, String> titles = Map.of();
    private Instant drawnAt = Instant.EPOCH;

    MaintenanceView(
            Wordings wordings, Maintenance maintenance, Beat beat, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.maintenance = maintenance;
        this.clock = clock;
        this.person = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        form = new MaintenanceForm(words, this::places, person, clock.instant(), this::add);
        ahead = rows("maintenance.deeds");
        past = rows("maintenance.deeds");
        nothingAhead.setText(words.text("maintenance.none"));
        nothingAhead.addClassName("rows-note");
        pastSection = section("maintenance.past", past);
        add(head(), message, section("maintenance.ahead", ahead, nothingAhead), form, pastSection);
        show();
        beat.follow(this, this::look);
    }

    private Rows rows(String last) {
        return new Rows(words, "maintenance.where", "maintenance.state", "maintenance.span", "maintenance.who", last);
    }

    private Div head() {
        var lead = new Paragraph(words.text("maintenance.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(
                new H1(words.text("maintenance.title")), lead, new Anchor("incidents", words.text("incidents.back"))));
        head.addClassName("figure-head");
        return head;
    }

    private Section section(String title, Component... components) {
        var section = new Section(new H2(words.text(title)));
        section.add(components);
        section.addClassName("alert-section");
        return section;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var given = event.getLocation().getQueryParameters();
        Stream.of(Kind.values())
                .flatMap(kind -> given
                        .getSingleParameter(kind.name().toLowerCase(Locale.ROOT))
                        .filter(key -> !key.isEmpty() && key.length() <= Target.LONGEST_KEY)
                        .map(key -> new Target(kind, key))
                        .stream())
                .findFirst()
                .ifPresent(form::choose);
    }

    private List<Place> places(Kind kind) {
        var found = new ArrayList<Place>();
        attempt.at(() -> maintenance.listPlaces(kind), found::addAll);
        return found;
    }

    private void show() {
        attempt.at(maintenance::listWindows, windows -> {
            known = windows;
            titles = Stream.of(Kind.values())
                    .flatMap(kind -> places(kind).stream())
                    .collect(toMap(Place::target, Place::title, (one, other) -> one));
            draw();
        });
    }

    private void draw() {
        var now = clock.instant();
        ahead.clear();
        past.clear();
        for (var window : known)
            if (window.span().to().isAfter(now)) addAhead(window, titles, now);
            else addPast(window, titles, now);
        nothingAhead.setVisible(!ahead.isVisible());
        pastSection.setVisible(past.isVisible());
        drawnAt = now;
    }

    /** One that began or ended since it was drawn is told so, without asking the database. */
    void look() {
        var now = clock.instant();
        var hasTurned = known.stream()
                .flatMap(window -> Stream.of(window.span().from(), window.span().to()))
                .anyMatch(turn -> turn.isAfter(drawnAt) && !turn.isAfter(now));
        if (hasTurned) draw();
    }

    private void addAhead(MaintenanceWindow window, Map<Target, String> titles, Instant now) {
        var isOn = window.goesOnAt(now);
        var deeds = new Div();
        deeds.addClassName("panel-buttons");
        var name = title(window, titles);
        if (isOn) {
            var end = new Button(words.text("maintenance.end"), click -> end(window));
            end.setAriaLabel(words.text("maintenance.end-of", name));
            deeds.add(end);
        }
        deeds.add(remove(window, name));
        add(ahead, window, name, isOn ? "maintenance.state.ON" : "maintenance.state.PLANNED", now, deeds);
    }

    private void addPast(MaintenanceWindow window, Map<Target, String> titles, Instant now) {
        var name = title(window, titles);
        var deeds = new Div(remove(window, name));
        deeds.addClassName("panel-buttons");
        add(past, window, name, "maintenance.state.OVER", now, deeds);
    }

    private void add(Rows rows, MaintenanceWindow window, String name, String state, Instant now, Component deeds) {
        var about = new Div(
                new Span(name),
                new Span(words.text("maintenance.kind." + window.target().kind()) + " · " + window.reason()));
        about.addClassName("rows-about");
        rows.addRow(
                about,
                new Mark(words.text(state)),
                new Span(words.text(
                        "maintenance.from-until",
                        words.formats().minute(window.span().from(), now),
                        words.formats().minute(window.span().to(), now))),
                new Span(window.endedBy()
                        .map(by -> words.text("maintenance.ended-by", window.madeBy(), by))
                        .orElse(window.madeBy())),
                deeds);
    }

    private static String title(MaintenanceWindow window, Map<Target, String> titles) {
        return titles.getOrDefault(window.target(), window.target().key());
    }

    private Button remove(MaintenanceWindow window, String name) {
        var button = new Button(
                words.text("maintenance.remove") + " …",
                click -> Question.ask(
                        words.text("maintenance.remove.title"),
                        words.text("maintenance.remove.text", name),
                        words.text("question.keep"),
                        words.text("maintenance.remove"),
                        () -> did(() -> maintenance.remove(window.id(), person), "maintenance.removed")));
        button.setAriaLabel(words.text("maintenance.remove-of", name));
        return button;
    }

    private boolean add(MaintenanceWindow window) {
        return did(
                () -> {
                    maintenance.add(window, person);
                    return true;
                },
                "maintenance.saved");
    }

    private void end(MaintenanceWindow window) {
        did(() -> maintenance.end(window.id(), person), "maintenance.ended");
    }

    /** Returns whether there is nothing left to try. */
    private boolean did(Supplier<Boolean> deed, String done) {
        if (attempt.at(deed, words.text(done), words.text("maintenance.meanwhile")) == Attempt.Outcome.UNAVAILABLE)
            return false;
        show();
        return true;
    }

    @Override
    public String getPageTitle() {
        return words.text("maintenance.title");
    }
}
