package city.cockpit.operations;

import city.cockpit.access.Role;
import city.cockpit.alerts.Incident;
import city.cockpit.alerts.IncidentPicture;
import city.cockpit.alerts.Incidents;
import city.cockpit.alerts.Incidents.Case;
import city.cockpit.alerts.Incidents.Wanted;
import city.cockpit.alerts.OpenIncidents;
import city.cockpit.alerts.RuleWords;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Severity;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.SearchField;
import city.cockpit.uikit.Side;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is wrong in the town and who is on it; beside the list the chosen incident with its course and what can be done. */
@Route(value = "incidents/:incident?([0-9]{1,18})", layout = CockpitLayout.class)
@Menu(title = "nav.incidents", order = 2.5)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN})
final class IncidentsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration PAST = Duration.ofDays(30);

    /** Of what goes on, the newest values are drawn that often. */
    private static final Duration REDRAWN_AFTER = Duration.ofMinutes(1);

    private enum Which {
        OPEN,
        /** The last days. */
        ALL,
        EVER
    }

    private final Wording words;
    private final RuleWords ruleWords;
    private final OpenIncidents open;
    private final Incidents incidents;
    private final Background background;
    private final InstantSource clock;
    private final String person;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Paragraph lead = new Paragraph();
    private final SearchField search;
    private final Select<Which> which = new Select<>();
    private final IncidentRows rows;
    private final Side side;
    private final ValueSignal<Answer<List<Incident>>> listed = new ValueSignal<>(new Answer.Pending<>());
    private final ValueSignal<Answer<Optional<Case>>> chosenCase = new ValueSignal<>(new Answer.Pending<>());
    private final IncidentFigures figures;
    private final ValueSignal<Answer<Optional<Course>>> values = new ValueSignal<>(new Answer.Pending<>());
    private Optional<Incident> drawn = Optional.empty();
    private Instant drawnAt = Instant.EPOCH;
    private List<Incident> known = List.of();
    /** What the file is asked for, on a thread of its own. */
    private volatile Which span = Which.OPEN;

    private volatile String searched = "";
    private Optional<Long> chosen = Optional.empty();
    private Optional<IncidentPanel> panel = Optional.empty();
    private long seen = -1;

    IncidentsView(
            Wordings wordings,
            OpenIncidents open,
            Incidents incidents,
            ObservedProperties properties,
            SeriesCatalog catalog,
            IncidentFigures figures,
            Background background,
            Beat beat,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.ruleWords = new RuleWords(words.locale(), properties, catalog);
        this.open = open;
        this.incidents = incidents;
        this.figures = figures;
        this.background = background;
        this.clock = clock;
        this.person = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        lead.addClassName("lead");
        search = new SearchField(words.text("incidents.search"), this::showList);
        which.setAriaLabel(words.text("incidents.which"));
        which.setItems(Which.values());
        which.setItemLabelGenerator(one -> words.text("incidents.which." + one));
        which.setValue(Which.OPEN);
        which.addValueChangeListener(change -> ask());
        rows = new IncidentRows(words, ruleWords);
        var tools =
                new Div(search, which, export(), way("maintenance", "maintenance.way"), way("faults", "faults.way"));
        if (visitor.hasAnyRole(Role.Name.ADMINISTRATOR, Role.Name.STAFF)) tools.add(way("alerts", "incidents.rules"));
        tools.addClassName("list-tools");
        var list = new Div(head(), message, tools, rows);
        side = new Side(this, list, "incidents", words.text("incidents.back"));
        beat.follow(this, this::look);
        Signal.effect(this, () -> show(listed.get()));
        Signal.effect(this, () -> showCase(chosenCase.get()));
        Signal.effect(this, () -> showValues(values.get()));
    }

    private Div head() {
        var head = new Div(new Div(new H1(words.text("incidents.title")), lead));
        head.addClassName("figure-head");
        return head;
    }

    private Anchor way(String path, String key) {
        var way = new Anchor(path, words.text(key));
        way.addClassName("button");
        return way;
    }

    private Anchor export() {
        DownloadHandler handler = this::export;
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, words.text("incidents.export"));
        link.addClassName("button");
        return link;
    }

    private void export(DownloadEvent event) throws IOException {
        event.setFileName(words.text("incidents.file"));
        event.setContentType("text/csv; charset=utf-8");
        incidents.writeCsv(wanted(), narrowed(), event.getOutputStream());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen = event.getRouteParameters().get("incident").map(Long::valueOf);
        panel = Optional.empty();
        drawn = Optional.empty();
        values.set(new Answer.Pending<>());
        message.clear();
        rows.choose(chosen);
        if (chosen.isEmpty()) side.close();
        else askForCase();
    }

    /** Asks the database only when something changed, however many pages are open. */
    private void look() {
        var picture = open.picture();
        rows.showAges(clock.instant());
        drawn.filter(incident ->
                        incident.endedAt().isEmpty() || values.peek() instanceof Answer.Unavailable<Optional<Course>>)
                .filter(incident -> drawnAt.plus(REDRAWN_AFTER).isBefore(clock.instant()))
                .ifPresent(this::askForValues);
        if (picture.version() == seen) return;
        seen = picture.version();
        showLead(picture);
        ask();
        if (chosen.isPresent()) askForCase();
    }

    private void showLead(IncidentPicture picture) {
        var alarms = picture.incidents().stream()
                .filter(incident -> incident.severity() == Severity.ALARM)
                .count();
        lead.setText(words.text("incidents.lead", (long) picture.count(), words.text("incidents.lead.alarms", alarms)));
    }

    private void ask() {
        span = which.getValue();
        if (which.getValue() == Which.OPEN)
            listed.set(new Answer.Known<>(open.picture().incidents()));
        else {
            var wanted = wanted();
            background.ask(() -> incidents.list(wanted), listed);
        }
    }

    private Wanted wanted() {
        return switch (span) {
            case OPEN -> new Wanted(true, clock.instant());
            case ALL -> new Wanted(false, clock.instant().minus(PAST));
            case EVER -> new Wanted(false, Instant.EPOCH);
        };
    }

    private void askForCase() {
        var id = chosen.orElseThrow();
        background.ask(() -> incidents.find(id), chosenCase);
    }

    private void show(Answer<List<Incident>> latest) {
        switch (latest) {
            case Answer.Pending<List<Incident>>() -> rows.note(words.text("incidents.loading"));
            case Answer.Unavailable<List<Incident>>() -> rows.note(words.text("incidents.unavailable"));
            case Answer.Known<List<Incident>>(var found) -> {
                known = found;
                showList();
            }
        }
    }

    /** What was typed narrows the file as it does the list. */
    private Predicate<Incident> narrowed() {
        var wanted = searched;
        return incident -> matches(incident, wanted);
    }

    private void showList() {
        searched = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = known.stream().filter(narrowed()).toList();
        rows.show(found, clock.instant());
        rows.choose(chosen);
        if (known.isEmpty()) rows.note(words.text("incidents.none." + which.getValue()));
        else if (found.isEmpty()) rows.note(words.text("incidents.search.none"));
        else if (known.size() == Incidents.MOST) rows.note(words.text("incidents.newest", (long) known.size()));
    }

    private boolean matches(Incident incident, String wanted) {
        return (ruleWords.title(incident) + " " + ruleWords.places(incident) + " "
                        + incident.assignedTo().orElse(""))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private void showCase(Answer<Optional<Case>> latest) {
        if (chosen.isEmpty()) return;
        switch (latest) {
            case Answer.Pending<Optional<Case>>() -> {}
            case Answer.Unavailable<Optional<Case>>() ->
                message.say(FormMessage.Kind.PROBLEM, words.text("incidents.unavailable"));
            case Answer.Known<Optional<Case>>(var found) -> found.ifPresentOrElse(this::showCase, this::sayThereIsNone);
        }
    }

    private void sayThereIsNone() {
        side.close();
        message.say(FormMessage.Kind.NOTICE, words.text("incidents.gone"));
    }

    private void showCase(Case found) {
        if (chosen.filter(id -> id == found.incident().id()).isEmpty()) return;
        if (panel.isEmpty()) {
            var made =
                    new IncidentPanel(words, ruleWords, person, found.incident().id(), this::act);
            side.open(made);
            panel = Optional.of(made);
        }
        panel.ifPresent(shown -> shown.show(found, clock.instant()));
        if (drawn.filter(before -> isDrawnAlike(before, found.incident())).isEmpty()) askForValues(found.incident());
    }

    /** Who is on it changes nothing that is drawn. */
    private static boolean isDrawnAlike(Incident one, Incident other) {
        return one.since().equals(other.since())
                && one.endedAt().equals(other.endedAt())
                && one.series().equals(other.series())
                && one.rule().equals(other.rule());
    }

    private void askForValues(Incident incident) {
        drawn = Optional.of(incident);
        drawnAt = clock.instant();
        background.ask(() -> figures.read(incident, words), values);
    }

    private void showValues(Answer<Optional<Course>> latest) {
        panel.ifPresent(shown -> shown.show(latest));
    }

    private void act(Act act) {
        var id = chosen.orElseThrow();
        Supplier<Boolean> deed = switch (act) {
            case Act.Acknowledge() -> () -> incidents.acknowledge(id, person);
            case Act.Assign(var to) -> () -> incidents.assign(id, to, person);
            case Act.Comment(var text) -> () -> incidents.comment(id, text, person);
            case Act.Close(var text) -> () -> incidents.close(id, text, person);
        };
        attempt.at(deed, isDone -> {
            if (isDone) message.clear();
            else message.say(FormMessage.Kind.NOTICE, words.text("incidents.meanwhile"));
            askForCase();
        });
    }

    /** What somebody wants to do about an incident. */
    sealed interface Act {
        record Acknowledge() implements Act {}

        record Assign(String to) implements Act {}

        record Comment(String text) implements Act {}

        record Close(String text) implements Act {}
    }

    @Override
    public String getPageTitle() {
        return words.text("incidents.title");
    }
}
