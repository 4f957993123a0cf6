package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.strategy.CsvOutcome;
import city.cockpit.strategy.CsvPart;
import city.cockpit.strategy.SaveOutcome;
import city.cockpit.strategy.StrategyCsv;
import city.cockpit.strategy.StrategyDesk;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.strategy.StrategyVersion;
import city.cockpit.strategy.StrategyVersion.State;
import city.cockpit.strategy.plan.Problem;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the strategy is handed in, published and withdrawn, and taken out to a spreadsheet and in again. */
@Route(value = DeskView.ADDRESS, layout = CockpitLayout.class)
@RolesAllowed({Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR})
final class DeskView extends PlanningPage {

    static final String ADDRESS = "strategy/desk";

    private static final int MOST_BYTES = 4_000_000;

    private final StrategyDesk desk;
    private final StrategyCsv tables;
    private final AuthenticationContext visitor;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Div content = new Div();
    private final TextField note;
    private StrategyVersion shown;

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
        this.shown = desk.newest();
        content.addClassName("plan-sheet");
        add(content);
        withPicture(this::show);
    }

    private void show(StrategyPicture picture) {
        content.removeAll();
        content.add(
                head(picture, words.text("desk.title")),
                message,
                states(),
                problems(),
                items(picture),
                export(),
                transfer());
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
                message.say(FormMessage.Kind.PROBLEM, words.text("desk.refused", sentences(problems)));
        }
        attempt.at(desk::newest, newest -> shown = newest);
        withPicture(this::show);
    }

    private String sentences(List<Problem> problems) {
        return problems.stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    private String sentence(Problem problem) {
        return words.text(problem.kind().text(), problem.details().toArray());
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
        section.add(new Anchor(ChangesView.ADDRESS, words.text("changes.title")));
        return section;
    }

    private java.util.Optional<Long> published() {
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

    private Section problems() {
        var section = card("desk.problems");
        var problems = desk.problems();
        if (problems.isEmpty()) section.add(new Paragraph(words.text("desk.problems.none")));
        else
            section.add(new UnorderedList(problems.stream()
                    .map(problem -> new ListItem(sentence(problem)))
                    .toArray(ListItem[]::new)));
        return section;
    }

    /** Everything that can be edited, and the ways to something new. */
    private Section items(StrategyPicture picture) {
        var section = card("edit.items");
        for (var kind : ItemForm.Kind.values()) {
            var way = EditView.ADDRESS + "/" + kind.address();
            var list = new UnorderedList();
            picture.strategy()
                    .items()
                    .filter(kind::fits)
                    .forEach(item -> list.add(new ListItem(new Anchor(way + "/" + item.id(), item.title()))));
            list.add(new ListItem(new Anchor(way, words.text("edit.new." + kind))));
            section.add(new H3(words.text("edit.kind." + kind)), list);
        }
        return section;
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

    private Section transfer() {
        var section = card("desk.import");
        var part = new Select<CsvPart>();
        part.setLabel(words.text("desk.import.table"));
        part.setItems(CsvPart.values());
        part.setItemLabelGenerator(one -> words.text("strategy.table." + one));
        part.setValue(CsvPart.MEASURES);
        var upload = new Upload();
        upload.setMaxFiles(1);
        upload.setDropLabel(new Span(words.text("setup.drop")));
        upload.setUploadButton(new Button(words.text("desk.import.file")));
        upload.setUploadHandler(event -> {
            var bytes = event.getInputStream().readNBytes(MOST_BYTES);
            var _ = event.getUI().access(() -> {
                upload.clearFileList();
                take(part.getValue(), new String(bytes, StandardCharsets.UTF_8));
            });
        });
        section.add(new Paragraph(words.text("desk.import.lead")), part, upload);
        return section;
    }

    private void take(CsvPart part, String text) {
        attempt.at(() -> tables.read(part, text, shown.number(), by()), outcome -> {
            switch (outcome) {
                case CsvOutcome.Read(var rows, var saved) -> renew(saved, words.text("desk.import.done", (long) rows));
                case CsvOutcome.Unreadable(var faults) ->
                    message.say(
                            FormMessage.Kind.PROBLEM,
                            words.text(
                                    "desk.refused",
                                    faults.stream()
                                            .limit(5)
                                            .map(fault -> words.text(
                                                    fault.kind().text(),
                                                    Long.toString(fault.line()),
                                                    fault.column(),
                                                    fault.cell()))
                                            .collect(Collectors.joining(" "))));
            }
        });
    }
}
