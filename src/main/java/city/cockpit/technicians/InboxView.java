package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.ingest.kept.Inbox;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.SensorAliases.Alias;
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
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Senders that nobody registered; beside them the chosen one with its messages, to be assigned to a sensor. */
@Route(value = "inbox/:sender?([0-9]{1,18})", layout = AdministrationLayout.class)
@Menu(title = "nav.inbox", order = 18)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class InboxView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Enough to see every property that a sender names. */
    private static final int NEWEST = 20;

    private final Wording words;
    private final Inbox inbox;
    private final Background background;
    private final InstantSource clock;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final RunWatch runs;
    private final Paragraph lead = new Paragraph();
    private final SearchField search;
    private final GroupRows rows;
    private final AssignedSenders assigned;
    private final Side side;
    private final ChosenGroup<SenderPanel> chosen;
    private final ValueSignal<Answer<Look>> answer = new ValueSignal<>(new Answer.Pending<>());
    private List<RefusalGroup> senders = List.of();

    /** What was asked for, at one moment. */
    private record Look(List<RefusalGroup> senders, List<Alias> assigned) {}

    InboxView(
            Wordings wordings,
            Inbox inbox,
            Background background,
            Beat beat,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.inbox = inbox;
        this.background = background;
        this.clock = clock;
        this.technician = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        runs = new RunWatch(words, message);
        lead.addClassName("lead");
        search = new SearchField(words.text("inbox.search"), this::showList);
        search.setVisible(false);
        rows = new GroupRows(words, "inbox", "inbox.sender", "inbox.messages", "inbox.connection", "inbox.last");
        assigned = new AssignedSenders(words, this::askToUnassign);
        var tools = new Div(search);
        tools.addClassName("list-tools");
        var list = new Div(
                head(),
                new SeeAlso(words, words.text("inbox.unreadable"), "rejected", "see-also.rejected"),
                message,
                tools,
                rows,
                assigned);
        side = new Side(this, list, "inbox", words.text("inbox.back"));
        chosen = new ChosenGroup<>(side, this::open, (panel, sender) -> panel.show(sender, clock.instant()));
        beat.follow(this, this::ask);
        Signal.effect(this, () -> show(answer.get()));
    }

    private Div head() {
        var head = new Div(new Div(new H1(words.text("inbox.title")), lead));
        head.addClassName("figure-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var sender = event.getRouteParameters().get("sender").map(Long::valueOf);
        if (!runs.isRunning()) message.clear();
        chosen.choose(sender, senders);
        rows.choose(sender);
    }

    private void ask() {
        runs.look();
        background.ask(() -> new Look(inbox.listSenders(), inbox.listAssigned()), answer);
    }

    private void show(Answer<Look> latest) {
        switch (latest) {
            case Answer.Pending<Look>() -> rows.note(words.text("inbox.loading"));
            case Answer.Unavailable<Look>() -> rows.note(words.text("inbox.unavailable"));
            case Answer.Known<Look>(var look) -> show(look);
        }
    }

    private void show(Look look) {
        senders = look.senders();
        lead.setText(words.text("inbox.lead", (long) senders.size()));
        assigned.show(look.assigned(), clock.instant());
        showList();
        chosen.show(senders);
    }

    private void showList() {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = senders.stream()
                .filter(sender -> (sender.sender() + " " + sender.topic() + " " + sender.connection())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        search.setVisible(!senders.isEmpty());
        rows.show(found, this::texts);
        if (senders.isEmpty()) rows.note(words.text("inbox.none"));
        else if (found.isEmpty()) rows.note(words.text("inbox.search.none"));
    }

    private GroupRows.Texts texts(RefusalGroup sender) {
        return new GroupRows.Texts(
                sender.sender().isEmpty() ? words.text("kept.crowd") : sender.sender(),
                sender.topic(),
                List.of(
                        words.formats().count(sender.messages()),
                        sender.connection(),
                        words.formats().minute(sender.lastAt(), clock.instant())));
    }

    private SenderPanel open(RefusalGroup sender) {
        var made = new SenderPanel(
                words, sender, inbox.listCandidates(), sensor -> assign(sender, sensor), () -> askToDelete(sender));
        side.open(made);
        attempt.at(() -> inbox.listNewest(sender.id(), NEWEST), newest -> made.show(newest, clock.instant()));
        return made;
    }

    private void assign(RefusalGroup sender, SensorId sensor) {
        attempt.at(() -> inbox.assign(new SensorId(sender.sender()), sensor, technician), outcome -> {
            outcome.ifPresentOrElse(
                    run -> {
                        UI.getCurrentOrThrow().navigate("inbox");
                        runs.follow(run, words.text("inbox.assigned", sender.sender(), sensor));
                    },
                    () -> message.say(
                            FormMessage.Kind.PROBLEM, words.text("inbox.not-assigned", sender.sender(), sensor)));
            ask();
        });
    }

    private void askToUnassign(Alias alias) {
        Question.ask(
                words.text("inbox.unassign.title"),
                words.text("inbox.unassign.text", alias.name(), alias.sensor()),
                words.text("question.keep"),
                words.text("inbox.unassign"),
                () -> attempt.at(() -> inbox.unassign(alias.name(), technician), done -> {
                    message.say(FormMessage.Kind.DONE, words.text("inbox.unassigned", alias.name()));
                    ask();
                }));
    }

    private void askToDelete(RefusalGroup sender) {
        Question.ask(
                words.text("rejected.delete.title"),
                words.text("inbox.delete.text", sender.messages()),
                words.text("question.keep"),
                words.text("rejected.delete.go"),
                () -> attempt.at(() -> inbox.delete(sender.id(), technician), deleted -> {
                    UI.getCurrentOrThrow().navigate("inbox");
                    message.say(FormMessage.Kind.DONE, words.text("rejected.deleted", (long) deleted));
                    ask();
                }));
    }

    @Override
    public String getPageTitle() {
        return words.text("inbox.title");
    }
}
