package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.CsvPart;
import city.cockpit.strategy.SaveOutcome;
import city.cockpit.strategy.StrategyCsv;
import city.cockpit.strategy.StrategyDesk;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.StrategyVersion;
import city.cockpit.strategy.StrategyVersion.State;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the strategy is handed in, published and withdrawn, and taken out to a spreadsheet and in again. */
@Route(value = DeskView.ADDRESS, layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class DeskView extends PlanningPage {

    static final String ADDRESS = "strategy/desk";

    /** More parts that changed at once are not told by name. */
    private static final int MOST_TOLD = 4;

    private final StrategyDesk desk;
    private final StrategyCsv tables;
    private final AuthenticationContext visitor;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Div content = new Div();
    private final TextField note;
    private StrategyVersion shown = new StrategyVersion(0, State.DRAFT, Strategy.blank(""), Instant.EPOCH, "");

    DeskView(
            Wordings wordings,
            StrategyPictures pictures,
            LivePicture live,
            AuthenticationContext visitor,
            StrategyDesk desk,
            StrategyCsv tables) {
        super(wordings, pictures, live, visitor, ADDRESS, "desk.title");
        this.desk = desk;
        this.tables = tables;
        this.visitor = visitor;
        this.attempt = new Attempt(words, message);
        this.note = new TextField(words.text("desk.note"));
        note.setMaxLength(1_000);
        content.addClassName("plan-sheet");
        add(content);
        withPicture(this::show);
    }

    private void show(StrategyPicture picture) {
        shown = desk.newest();
        content.removeAll();
        content.add(
                head(picture, words.text("desk.title")),
                message,
                states(),
                problems(picture),
                whole(picture),
                items(picture),
                export(),
                new TableImport(words, tables, by(), this::renew));
    }

    private void renew(SaveOutcome outcome, String done) {
        switch (outcome) {
            case SaveOutcome.Saved(var version) -> {
                note.clear();
                message.say(FormMessage.Kind.DONE, done);
            }
            case SaveOutcome.Overtaken(var newest) ->
                message.say(
                        FormMessage.Kind.PROBLEM,
                        words.text(
                                "desk.overtaken",
                                newest.savedBy(),
                                words.formats().dateTime(newest.savedAt())));
            case SaveOutcome.Refused(var problems) ->
                message.say(
                        FormMessage.Kind.PROBLEM, words.text("desk.refused", new Problems(words).sentences(problems)));
        }
        withPicture(this::show);
    }

    private String by() {
        return visitor.getPrincipalName().orElseThrow();
    }

    private Section card(String heading) {
        var section = new Section(new H2(words.text(heading)));
        section.addClassName("plan-card");
        return section;
    }

    private Section states() {
        var section = card("desk.states");
        section.add(new Paragraph(
                shown.number() == 0
                        ? words.text("planning.empty")
                        : words.text(
                                "desk.newest",
                                Long.toString(shown.number()),
                                words.text("strategy.state." + shown.state()),
                                shown.savedBy(),
                                words.formats().dateTime(shown.savedAt()))));
        var isAdministrator = visitor.hasRole(Role.Name.ADMINISTRATOR);
        var buttons = new Div();
        buttons.addClassName("plan-chips");
        var number = shown.number();
        if (shown.state() == State.DRAFT && number > 0)
            buttons.add(button(
                    "desk.hand-in", "desk.hand-in.done", () -> desk.handIn(number, by(), note.getValue()), true));
        if (shown.state() == State.IN_REVIEW && isAdministrator)
            buttons.add(
                    button(
                            "desk.publish",
                            "desk.publish.done",
                            () -> desk.publish(number, by(), note.getValue()),
                            true),
                    button(
                            "desk.send-back",
                            "desk.send-back.done",
                            () -> desk.sendBack(number, by(), note.getValue()),
                            false));
        published().ifPresent(version -> {
            if (isAdministrator) buttons.add(withdraw(version));
        });
        if (shown.state() == State.IN_REVIEW && !isAdministrator) section.add(new Paragraph(words.text("desk.waits")));
        if (buttons.getComponentCount() > 0) section.add(note, buttons);
        if (number > 1) section.add(last());
        var ways = new Div(new Anchor(ChangesView.ADDRESS, words.text("changes.title")));
        for (var circle : List.of(Visibility.PUBLIC, Visibility.COUNCIL, Visibility.INTERNAL))
            ways.add(new Anchor(
                    PreviewView.address(circle), words.text("desk.preview", words.text("preview.circle." + circle))));
        ways.addClassName("plan-chips");
        section.add(ways, unpublished());
        return section;
    }

    /** What was changed last, and the way back. */
    private Div last() {
        var changes = desk.lastChanges();
        var told = changes.stream()
                .limit(MOST_TOLD)
                .map(change -> words.text(
                        "desk.last.one",
                        ChangeRows.title(words, change),
                        words.text("strategy.change." + change.kind())))
                .collect(Collectors.joining(", "));
        var more = changes.size() - MOST_TOLD;
        var last = new Div(
                new Span(more > 0 ? words.text("desk.last.more", told, (long) more) : words.text("desk.last", told)));
        last.addClassName("plan-chips");
        var number = shown.number();
        last.add(new Button(
                words.text("desk.undo"),
                click -> attempt.at(
                        () -> desk.undo(number, by()), outcome -> renew(outcome, words.text("desk.undo.done")))));
        return last;
    }

    /** What publishing would change for those who read what is published. */
    private Component unpublished() {
        var changes = desk.unpublishedChanges();
        if (changes.isEmpty()) return new Span();
        return new NativeDetails(words.text("desk.unpublished", (long) changes.size()), new ChangeRows(words, changes));
    }

    private Optional<Long> published() {
        return desk.listSteps().reversed().stream()
                .filter(step -> step.state() == State.PUBLISHED || step.state() == State.WITHDRAWN)
                .findFirst()
                .filter(step -> step.state() == State.PUBLISHED)
                .map(step -> step.version());
    }

    private Button button(String key, String done, Supplier<SaveOutcome> deed, boolean isPrimary) {
        var button =
                new Button(words.text(key), click -> attempt.at(deed, outcome -> renew(outcome, words.text(done))));
        if (isPrimary) button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button withdraw(long version) {
        return new Button(
                words.text("desk.withdraw"),
                click -> Question.ask(
                        words.text("desk.withdraw.title"),
                        words.text("desk.withdraw.text"),
                        words.text("desk.withdraw.keep"),
                        words.text("desk.withdraw"),
                        () -> attempt.at(
                                () -> desk.withdraw(version, by(), note.getValue()),
                                outcome -> renew(outcome, words.text("desk.withdraw.done")))));
    }

    /** What is wrong, with the way to where it can be mended. */
    private Section problems(StrategyPicture picture) {
        var section = card("desk.problems");
        var problems = desk.problems();
        var sentences = new Problems(words);
        if (problems.isEmpty()) section.add(new Paragraph(words.text("desk.problems.none")));
        else
            section.add(new UnorderedList(problems.stream()
                    .map(problem -> Problems.address(picture.strategy(), problem.item())
                            .map(way -> new ListItem(new Anchor(way, sentences.sentence(problem))))
                            .orElseGet(() -> new ListItem(sentences.sentence(problem))))
                    .toArray(ListItem[]::new)));
        return section;
    }

    /** The forms of what there is only one of, each with how far it is. */
    private Section whole(StrategyPicture picture) {
        var section = card("edit.whole");
        var list = new UnorderedList();
        for (var part : PlanPart.SINGLE)
            list.add(new ListItem(
                    new Anchor(part.address(), words.text("edit.kind." + part)),
                    new Span(" – " + words.text("edit.state." + part, state(picture, part)))));
        section.add(list);
        return section;
    }

    private Object[] state(StrategyPicture picture, PlanPart part) {
        var strategy = picture.strategy();
        return switch (part) {
            case ABOUT ->
                new Object[] {
                    strategy.about().title().isBlank()
                            ? words.text("edit.state.no-title")
                            : strategy.about().title(),
                    words.text("strategy.stage." + strategy.about().stage())
                };
            case MUNICIPALITY -> new Object[] {strategy.municipality().name()};
            case COMPONENTS -> new Object[] {picture.check().count()};
            case RESOLUTIONS -> new Object[] {(long) strategy.resolutions().size()};
            case CONCEPTS ->
                new Object[] {plan.date(strategy.concepts().monitoring().nextReport())};
            case FIELD, GOAL, MEASURE, INDICATOR -> new Object[0];
        };
    }

    /** Everything that can be edited, and the ways to something new. */
    private Section items(StrategyPicture picture) {
        var section = card("edit.items");
        for (var part : PlanPart.ITEMS) {
            var list = new UnorderedList();
            picture.strategy().items().filter(part::fits).forEach(item -> list.add(line(item)));
            list.addClassName("plan-items");
            list.setVisible(list.getComponentCount() > 0);
            section.add(
                    new H3(words.text("edit.kind." + part)),
                    list,
                    new Anchor(part.address(), "+ " + words.text("edit.new." + part)));
        }
        return section;
    }

    private ListItem line(Item item) {
        var line = new ListItem(new Anchor(PlanPart.address(item), item.title()));
        if (item.visibility() != Visibility.PUBLIC) {
            var circle = new Span(" (" + words.text("strategy.visibility." + item.visibility()) + ")");
            circle.addClassName("plan-source");
            line.add(circle);
        }
        return line;
    }

    private Section export() {
        var section = card("desk.export");
        section.add(new Paragraph(words.text("desk.export.lead")));
        var list = new UnorderedList();
        for (var part : CsvPart.values()) {
            DownloadHandler download = event -> {
                event.setFileName(part.name().toLowerCase(Locale.ROOT) + ".csv");
                event.setContentType("text/csv; charset=utf-8");
                tables.write(part, event.getOutputStream());
            };
            list.add(new ListItem(new Anchor(download, words.text("strategy.table." + part))));
        }
        list.addClassName("plan-columns");
        section.add(list);
        return section;
    }
}
