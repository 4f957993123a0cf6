package city.cockpit.technicians;

import city.cockpit.transfer.Counts;
import city.cockpit.transfer.Import;
import city.cockpit.transfer.Import.State;
import city.cockpit.transfer.Imports;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One file of history: how it is read, what became of it, and what can be done next. */
final class ImportPanel extends Section {

    private final Wording words;
    private final Imports imports;
    private final Attempt attempt;
    private final String technician;
    private final Runnable look;
    private final H2 name = new H2();
    private final Paragraph state = new Paragraph();
    private final Bar bar;
    private final Div counts = new Div();
    private final Div body = new Div();
    private Optional<Import> shown = Optional.empty();

    /** @param look to be called after everything that was done */
    ImportPanel(Wording words, Imports imports, Attempt attempt, String technician, Runnable look) {
        this.words = words;
        this.imports = imports;
        this.attempt = attempt;
        this.technician = technician;
        this.look = look;
        bar = new Bar(words.text("transfer.progress"));
        state.addClassName("panel-about");
        state.getElement().setAttribute("role", "status");
        counts.addClassName("import-counts");
        var head = new Div(name, state);
        head.addClassName("panel-head");
        addClassNames("panel", "panel-form", "import-panel");
        add(head, bar, counts, body);
    }

    void show(Import file) {
        var before = shown;
        shown = Optional.of(file);
        if (before.filter(file::equals).isPresent()) return;
        name.setText(file.fileName());
        getElement().setAttribute("aria-label", file.fileName());
        state.setText(sentence(file));
        bar.setVisible(file.isRunning() || file.state() == State.STOPPED);
        bar.show(TransferWords.percent(file));
        showCounts(file);
        if (before.map(Import::state).filter(file.state()::equals).isEmpty()) showBody(file);
    }

    private String sentence(Import file) {
        return switch (file.state()) {
            case FAILED ->
                words.text("transfer.problem." + file.problem().map(Enum::name).orElse(Import.Problem.DEFECT.name()));
            case CHECKING, STORING, STOPPED ->
                words.text(
                        "transfer.now." + file.state(),
                        words.formats().count(TransferWords.percent(file)),
                        words.formats().count(file.counts().lines()));
            case READY, CHECKED, DONE -> words.text("transfer.now." + file.state());
        };
    }

    private void showCounts(Import file) {
        counts.removeAll();
        if (file.state() == State.READY) return;
        var found = file.counts();
        var isTrial = file.state() == State.CHECKING || file.state() == State.CHECKED;
        var list = new UnorderedList(
                item(isTrial ? "transfer.count.new" : "transfer.count.stored", found.stored()),
                item("transfer.count.repeats", found.repeats()),
                item("transfer.count.refused", found.allRefused()));
        if (found.flagged() > 0) list.add(item("transfer.count.flagged", found.flagged()));
        if (found.empty() > 0) list.add(item("transfer.count.empty", found.empty()));
        if (found.uncertain() > 0) list.add(item("transfer.count.uncertain", found.uncertain()));
        counts.add(list);
        if (found.allRefused() > 0) counts.add(new H3(words.text("transfer.why")), reasons(found));
    }

    private ListItem item(String key, long number) {
        return new ListItem(words.text(key, number, words.formats().count(number)));
    }

    private UnorderedList reasons(Counts found) {
        var list = new UnorderedList();
        found.refused().entrySet().stream()
                .sorted(Map.Entry.<city.cockpit.transfer.Refusal, Long>comparingByValue()
                        .reversed())
                .forEach(entry -> list.add(new ListItem(words.text(
                        "transfer.reason",
                        words.formats().count(entry.getValue()),
                        words.text("transfer.refusal." + entry.getKey())))));
        return list;
    }

    private void showBody(Import file) {
        body.removeAll();
        switch (file.state()) {
            case READY -> body.add(new ImportForm(words, imports, attempt, file, this::check), buttons(discard(file)));
            case CHECKING, STORING -> body.add(buttons(stop(file)));
            case CHECKED -> {
                var again =
                        new Button(words.text("transfer.again"), click -> act(() -> imports.describeAgain(file.id())));
                body.add(buttons(store(file, "transfer.store"), again, report(file), discard(file)));
            }
            case STOPPED -> body.add(buttons(store(file, "transfer.go-on"), report(file), discard(file)));
            case DONE, FAILED -> body.add(buttons(report(file), discard(file)));
        }
    }

    private void check(ImportForm form) {
        shown.ifPresent(file -> act(() -> imports.check(file.id(), form.form(), form.mapping(), technician)));
    }

    private Button store(Import file, String key) {
        var button = new Button(words.text(key), click -> act(() -> imports.store(file.id(), technician)));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button stop(Import file) {
        return new Button(words.text("transfer.stop"), click -> act(() -> imports.stop(file.id(), technician)));
    }

    /** Not there if nothing was refused. */
    private Component report(Import file) {
        DownloadHandler handler = event -> {
            event.setFileName("refused-%d.csv".formatted(file.id()));
            event.setContentType("text/csv; charset=utf-8");
            imports.writeReport(file.id(), event.getOutputStream());
        };
        var refused = file.counts().allRefused();
        var link = new Anchor(
                handler,
                refused > Imports.MOST_REFUSALS
                        ? words.text("transfer.report.first", words.formats().count(Imports.MOST_REFUSALS))
                        : words.text("transfer.report"));
        link.setVisible(refused > 0);
        return link;
    }

    private Button discard(Import file) {
        return new Button(
                words.text("transfer.discard") + " …",
                click -> Question.ask(
                        words.text("transfer.discard.title"),
                        words.text(file.state() == State.DONE ? "transfer.discard.done" : "transfer.discard.text"),
                        words.text("question.keep"),
                        words.text("transfer.discard"),
                        () -> act(() -> imports.discard(file.id(), technician))));
    }

    /** If it was not possible, somebody was faster, and the page shows what is so now. */
    private void act(BooleanSupplier deed) {
        attempt.at(deed::getAsBoolean, done -> look.run());
    }

    private static Div buttons(Component... all) {
        var buttons = new Div(all);
        buttons.addClassName("panel-buttons");
        return buttons;
    }

    @Tag("progress")
    private static final class Bar extends Component {

        Bar(String name) {
            getElement().setAttribute("max", "100").setAttribute("aria-label", name);
        }

        void show(long percent) {
            getElement().setAttribute("value", String.valueOf(percent));
        }
    }
}
