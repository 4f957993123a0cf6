package city.cockpit.administration;

import city.cockpit.access.Role;
import city.cockpit.ingest.TopicPattern;
import city.cockpit.ingest.connection.Connection;
import city.cockpit.ingest.connection.ConnectionStates;
import city.cockpit.ingest.connection.Connections;
import city.cockpit.mqtt.BrokerConnections;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.Traffic;
import city.cockpit.nodes.NodeStates;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.FormMessage;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All connections to brokers and how they do; beside them the one that was chosen, or a new one. */
@Route(value = "connections/:connection?", layout = AdministrationLayout.class)
@Menu(title = "nav.connections", order = 15)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class ConnectionsView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, ConnectionPanel.Frame {

    /** So few are seen at a glance. */
    private static final int SEARCHED_FROM = 6;

    private static final QueryParameters NEW = QueryParameters.fromString("new");

    private final Wording words;
    private final ConnectionWords told;
    private final Connections connections;
    private final ConnectionStates states;
    private final Background background;
    private final InstantSource clock;
    private final String visitor;
    private final boolean mayEdit;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final SearchField search;
    private final Rows rows;
    private final Paragraph note = new Paragraph();
    private final Side side;
    private final List<Line> lines = new ArrayList<>();
    private List<Connection> known = List.of();
    private Optional<String> chosen = Optional.empty();
    private Optional<String> farewell = Optional.empty();
    private Showing beside = (status, now) -> {};
    private BooleanSupplier unsaved = () -> false;

    /** What is beside the list shows how its connection does. */
    private interface Showing {
        void show(Optional<ConnectionStatus> status, Instant now);
    }

    ConnectionsView(
            Wordings wordings,
            Connections connections,
            ConnectionStates states,
            Background background,
            Beat beat,
            NodeStates nodes,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.told = new ConnectionWords(words, nodes);
        this.connections = connections;
        this.states = states;
        this.background = background;
        this.clock = clock;
        this.visitor = visitor.getPrincipalName().orElseThrow();
        this.mayEdit = visitor.hasRole(Role.Name.ADMINISTRATOR);
        attempt = new Attempt(words, message);
        search = new SearchField(words.text("connections.search"), this::showList);
        search.setVisible(false);
        rows = new Rows(
                words,
                "connections.connection",
                "connections.state",
                "connections.broker",
                "connections.topics",
                "connections.last");
        note.addClassName("rows-note");
        note.getElement().setAttribute("role", "status");
        var list = new Div(head(), message, search, rows, note, hooks());
        side = new Side(this, list, "connections", words.text("connections.back"));
        beat.follow(this, this::showStates);
    }

    private Paragraph hooks() {
        var hooks = new Paragraph();
        hooks.add(
                new Span(words.text("connections.hooks")), new Anchor("webhooks", words.text("connections.hooks.way")));
        hooks.addClassName("see-also");
        return hooks;
    }

    private Div head() {
        var lead = new Paragraph(words.text("connections.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(new H1(words.text("connections.title")), lead));
        if (mayEdit) {
            var make = new Button(
                    words.text("connections.new"),
                    click -> UI.getCurrentOrThrow().navigate("connections", NEW));
            make.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(make);
        }
        head.addClassName("figure-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        farewell.ifPresent(text -> message.say(FormMessage.Kind.DONE, text));
        farewell = Optional.empty();
        chosen = event.getRouteParameters().get("connection");
        var making = event.getLocation().getQueryParameters().getParameters().containsKey("new");
        leaveSide();
        if (!listAgain()) {
            showList();
            return;
        }
        if (chosen.isPresent()) besideChosen(chosen.get());
        else if (making && mayEdit) besidePanel(Optional.empty());
        showStates();
    }

    private void leaveSide() {
        side.close();
        unsaved = () -> false;
        beside = (status, now) -> {};
    }

    private void besideChosen(String name) {
        var connection = known.stream().filter(one -> one.name().equals(name)).findFirst();
        if (name.equals(BrokerConnections.OF_THE_COCKPIT))
            besideFacts(words.text("connections.own"), words.text("connections.own.note"));
        else if (connection.isEmpty()) message.say(FormMessage.Kind.PROBLEM, words.text("connections.unknown"));
        else if (mayEdit) besidePanel(connection);
        else besideFacts(connection.get().wish().title(), words.text("connections.read-only"));
    }

    private void besideFacts(String title, String text) {
        var facts = new ConnectionFacts(told, title, text);
        beside = facts::show;
        side.open(facts);
    }

    private void besidePanel(Optional<Connection> connection) {
        var panel = new ConnectionPanel(words, told, connections, background, clock, visitor, connection, this);
        unsaved = panel::isChanged;
        beside = panel::show;
        side.open(panel);
    }

    @Override
    public void listChanged() {
        listAgain();
    }

    @Override
    public void added(Connection connection) {
        farewell = Optional.of(words.text("connections.added", connection.wish().title()));
        UI.getCurrentOrThrow().navigate("connections/" + connection.name());
    }

    @Override
    public void removed(String title) {
        farewell = Optional.of(words.text("connections.removed", title));
        UI.getCurrentOrThrow().navigate("connections");
    }

    private boolean listAgain() {
        return attempt.at(connections::list, found -> {
            known = found;
            search.setVisible(found.size() >= SEARCHED_FROM);
            showList();
        });
    }

    private void showList() {
        rows.clear();
        lines.clear();
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty())
            lines.add(new Line(BrokerConnections.OF_THE_COCKPIT, words.text("connections.own"), true));
        known.stream()
                .filter(connection -> matches(connection, wanted))
                .forEach(connection -> lines.add(new Line(connection)));
        note.setText(words.text(
                lines.isEmpty()
                        ? "connections.search.none"
                        : mayEdit ? "connections.none" : "connections.none.read-only"));
        note.setVisible(lines.isEmpty() || known.isEmpty());
        showStates();
    }

    private static boolean matches(Connection connection, String wanted) {
        return Stream.of(
                        connection.name(),
                        connection.wish().title(),
                        connection.wish().address())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void showStates() {
        var now = clock.instant();
        var statuses = states.now().stream().collect(Collectors.toMap(ConnectionStatus::name, status -> status));
        lines.forEach(line -> line.show(Optional.ofNullable(statuses.get(line.name)), now));
        beside.show(chosen.map(statuses::get), now);
    }

    /** One connection in the list. */
    private final class Line {

        private final String name;
        private final boolean enabled;
        private final StateMark state = new StateMark();
        private final Span address = new Span();
        private final Span topics = new Span();
        private final Span traffic = new Span();

        Line(String name, String title, boolean enabled) {
            this.name = name;
            this.enabled = enabled;
            var way = new Anchor("connections/" + name, title);
            var about = new Div(way, new Span(name));
            about.addClassName("rows-about");
            if (chosen.equals(Optional.of(name))) way.getElement().setAttribute("aria-current", "true");
            topics.addClassName("connection-topics");
            rows.addRow(about, new Div(state), address, topics, traffic).addClassName("rows-way");
        }

        Line(Connection connection) {
            this(connection.name(), connection.wish().title(), connection.wish().enabled());
            address.setText(connection.wish().address());
            topics.setText(connection.wish().topics().stream()
                    .map(TopicPattern::toString)
                    .collect(Collectors.joining("\n")));
        }

        void show(Optional<ConnectionStatus> status, Instant now) {
            state.show(told.state(enabled, status), ConnectionWords.severity(status));
            if (name.equals(BrokerConnections.OF_THE_COCKPIT)) status.ifPresent(this::showOwn);
            say(traffic, told.traffic(status.map(ConnectionStatus::traffic).orElse(Traffic.NONE), now));
        }

        private void showOwn(ConnectionStatus status) {
            say(address, status.address());
            say(topics, status.filters().stream().map(FilterStatus::filter).collect(Collectors.joining("\n")));
        }

        private static void say(Span place, String text) {
            if (!place.getText().equals(text)) place.setText(text);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!unsaved.getAsBoolean()) return;
        Question.askBeforeLeaving(event, words);
    }

    @Override
    public String getPageTitle() {
        return words.text("connections.title");
    }
}
