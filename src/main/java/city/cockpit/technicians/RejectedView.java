package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.ingest.kept.RejectedMessages;
import city.cockpit.ingest.kept.RejectedMessages.Selection;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.SearchField;
import city.cockpit.uikit.Side;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The messages that were refused, in groups; beside them the chosen one, for those who set up sensors. Those of one sensor
 * alone stand behind an address of their own.
 */
@Route(value = "rejected/:group?([0-9]{1,18})", layout = AdministrationLayout.class)
@Menu(title = "nav.rejected", order = 20)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class RejectedView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    static final String PATH = "rejected";

    private static final String SENSOR = "sensor";

    private final RejectedMessages rejected;
    private final Sensors sensors;
    private final Background background;
    private final InstantSource clock;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final RunWatch runs;
    private final Paragraph lead = new Paragraph();
    private final Paragraph only = new Paragraph();
    private final SearchField search;
    private final Select<RejectReason> reasons = new Select<>();
    private final Button runAll;
    private final Button deleteAll;
    private final Div tools;
    private final GroupRows rows;
    private final Side side;
    private final ChosenGroup<GroupPanel> chosen;
    private final ValueSignal<Answer<List<RefusalGroup>>> answer = new ValueSignal<>(new Answer.Pending<>());
    private List<RefusalGroup> groups = List.of();
    private List<RefusalGroup> all = List.of();
    private Optional<SensorId> sensor = Optional.empty();

    RejectedView(
            Wordings wordings,
            RejectedMessages rejected,
            Sensors sensors,
            Background background,
            Beat beat,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.rejected = rejected;
        this.sensors = sensors;
        this.background = background;
        this.clock = clock;
        this.technician = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        runs = new RunWatch(words, message);
        lead.addClassName("lead");
        search = new SearchField(words.text("rejected.search"), this::showList);
        reasons.setAriaLabel(words.text("rejected.reason"));
        reasons.setEmptySelectionAllowed(true);
        reasons.setEmptySelectionCaption(words.text("rejected.reason.any"));
        reasons.setItemLabelGenerator(
                reason -> words.text(reason == null ? "rejected.reason.any" : "reason." + reason));
        reasons.addValueChangeListener(change -> showList());
        runAll = new Button("", click -> runAll());
        deleteAll = new Button("", click -> askToDeleteAll());
        tools = new Div(search, reasons, runAll, deleteAll);
        tools.addClassName("list-tools");
        tools.setVisible(false);
        rows = new GroupRows(words, PATH, "rejected.sender", "rejected.why", "rejected.messages", "rejected.last");
        var list = new Div(
                head(),
                new SeeAlso(words, words.text("rejected.strangers"), "inbox", "see-also.inbox"),
                only,
                message,
                tools,
                rows);
        side = new Side(this, list, PATH, words.text("rejected.back"));
        chosen = new ChosenGroup<>(side, this::open, (panel, group) -> panel.show(group, clock.instant()));
        only.addClassName("rows-note");
        beat.follow(this, this::ask);
        Signal.effect(this, () -> show(answer.get()));
    }

    private Div head() {
        var head = new Div(new Div(new H1(words.text("rejected.title")), lead));
        head.addClassName("figure-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var group = event.getRouteParameters().get("group").map(Long::valueOf);
        look(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SENSOR)
                .filter(SensorId::isWellFormed)
                .map(SensorId::new));
        if (!runs.isRunning()) message.clear();
        chosen.choose(group, groups);
        rows.choose(group);
    }

    /** Where the refused messages of one sensor stand. */
    static String addressOf(SensorId sensor) {
        return PATH + "?" + filter(Optional.of(sensor)).getQueryString();
    }

    private static QueryParameters filter(Optional<SensorId> sensor) {
        return sensor.map(id -> QueryParameters.of(SENSOR, id.value())).orElseGet(QueryParameters::empty);
    }

    private void look(Optional<SensorId> next) {
        if (!next.equals(sensor)) {
            sensor = next;
            show(all);
        }
        rows.filter(filter(next));
        side.leadBackTo(next.map(RejectedView::addressOf).orElse(PATH));
        only.removeAll();
        only.setVisible(next.isPresent());
        next.ifPresent(id -> only.add(
                new Text(words.text("rejected.only") + " "),
                new Anchor("sensors/" + id, sensors.find(id).map(Sensor::name).orElse(id.value())),
                new Text(". "),
                new Anchor(PATH, words.text("rejected.only.all"))));
    }

    private void ask() {
        runs.look();
        background.ask(rejected::listGroups, answer);
    }

    private void show(Answer<List<RefusalGroup>> latest) {
        switch (latest) {
            case Answer.Pending<List<RefusalGroup>>() -> rows.note(words.text("rejected.loading"));
            case Answer.Unavailable<List<RefusalGroup>>() -> rows.note(words.text("rejected.unavailable"));
            case Answer.Known<List<RefusalGroup>>(var found) -> show(found);
        }
    }

    private void show(List<RefusalGroup> latest) {
        all = latest;
        var found = latest.stream()
                .filter(group -> sensor.map(group::isOf).orElse(true))
                .toList();
        groups = found;
        lead.setText(words.text(
                "rejected.lead",
                found.stream().mapToLong(RefusalGroup::messages).sum(),
                (long) found.size()));
        lead.setVisible(!found.isEmpty());
        tools.setVisible(!found.isEmpty());
        offerReasons();
        showList();
        chosen.show(groups);
    }

    private void offerReasons() {
        var present =
                groups.stream().map(RefusalGroup::reason).distinct().sorted().toList();
        var value = reasons.getValue();
        if (present.equals(reasons.getListDataView().getItems().toList())) return;
        reasons.setItems(present);
        if (present.contains(value)) reasons.setValue(value);
    }

    private void showList() {
        var reason = Optional.ofNullable(reasons.getValue());
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = groups.stream()
                .filter(group -> reason.map(group.reason()::equals).orElse(true))
                .filter(group -> matches(group, wanted))
                .toList();
        // What is done with all of a reason, or of a sensor, is done with those that are not in sight, too.
        var kind = sensor.isPresent() ? "sensor" : "reason";
        var isOffered = sensor.isPresent() != reason.isPresent();
        runAll.setText(words.text("rejected.run." + kind));
        deleteAll.setText(words.text("rejected.delete." + kind) + " …");
        runAll.setVisible(isOffered);
        deleteAll.setVisible(isOffered);
        rows.show(found, this::texts);
        if (groups.isEmpty()) rows.note(words.text(sensor.isPresent() ? "rejected.only.none" : "rejected.none"));
        else if (found.isEmpty()) rows.note(words.text("rejected.search.none"));
    }

    private boolean matches(RefusalGroup group, String wanted) {
        return (group.sender() + " " + group.topic() + " " + detail(group) + " "
                        + words.text("reason." + group.reason()))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private String detail(RefusalGroup group) {
        return RefusalDetail.of(words, group.detail());
    }

    private GroupRows.Texts texts(RefusalGroup group) {
        return new GroupRows.Texts(
                group.sender().isEmpty() ? words.text("kept.crowd") : group.sender(),
                detail(group),
                List.of(
                        words.text("reason." + group.reason()),
                        words.formats().count(group.messages()),
                        words.formats().minute(group.lastAt(), clock.instant())));
    }

    private GroupPanel open(RefusalGroup group) {
        var made = new GroupPanel(words, group, this::run, () -> askToDelete(group));
        side.open(made);
        attempt.at(() -> rejected.findNewest(group.id()), newest -> made.show(newest, clock.instant()));
        return made;
    }

    private void run(Selection selection) {
        attempt.at(() -> rejected.runAgain(selection, technician), runs::follow);
    }

    private void runAll() {
        run(everything());
    }

    /** Of the sensor, or of the reason. */
    private Selection everything() {
        return sensor.<Selection>map(Selection.Sensor::new).orElseGet(() -> new Selection.Reason(reasons.getValue()));
    }

    private void askToDelete(RefusalGroup group) {
        askToDelete(new Selection.Group(group.id()), words.text("rejected.delete.text", group.messages()));
    }

    private void askToDeleteAll() {
        var reason = Optional.ofNullable(reasons.getValue());
        var messages = groups.stream()
                .filter(group -> reason.map(group.reason()::equals).orElse(true))
                .mapToLong(RefusalGroup::messages)
                .sum();
        askToDelete(everything(), words.text("rejected.delete.text", messages));
    }

    private void askToDelete(Selection selection, String text) {
        Question.ask(
                words.text("rejected.delete.title"),
                text,
                words.text("question.keep"),
                words.text("rejected.delete.go"),
                () -> delete(() -> rejected.delete(selection, technician)));
    }

    private void delete(Supplier<Integer> deed) {
        attempt.at(deed, deleted -> {
            UI.getCurrentOrThrow().navigate(PATH, filter(sensor));
            message.say(FormMessage.Kind.DONE, words.text("rejected.deleted", (long) deleted));
            ask();
        });
    }

    @Override
    public String getPageTitle() {
        return words.text("rejected.title");
    }
}
