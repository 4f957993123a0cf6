package city.cockpit.planning;

import city.cockpit.strategy.CsvOutcome;
import city.cockpit.strategy.CsvPart;
import city.cockpit.strategy.CsvTrial;
import city.cockpit.strategy.SaveOutcome;
import city.cockpit.strategy.SpreadsheetText;
import city.cockpit.strategy.StrategyCsv;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Brings a table in: first what would become of the strategy, in words, and only when somebody agrees the change itself. */
final class TableImport extends Composite<Section> {

    private static final int MOST_BYTES = 4_000_000;
    private static final int MOST_FAULTS = 20;

    private final Wording words;
    private final StrategyCsv tables;
    private final String by;
    private final BiConsumer<SaveOutcome, String> done;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Problems problems;
    private final Div trial = new Div();
    private final Select<CsvPart> part = new Select<>();

    /** @param done is told what became of a table, and what to say if it was taken over */
    TableImport(Wording words, StrategyCsv tables, String by, BiConsumer<SaveOutcome, String> done) {
        this.words = words;
        this.tables = tables;
        this.by = by;
        this.done = done;
        this.attempt = new Attempt(words, message);
        this.problems = new Problems(words);
        part.setLabel(words.text("desk.import.table"));
        part.setItems(CsvPart.values());
        part.setItemLabelGenerator(one -> words.text("strategy.table." + one));
        part.setValue(CsvPart.MEASURES);
        part.addValueChangeListener(changed -> forget());
        trial.addClassName("plan-sheet");
        getContent()
                .add(
                        new H2(words.text("desk.import")),
                        new Paragraph(words.text("desk.import.lead")),
                        part,
                        upload(),
                        message,
                        trial);
        getContent().addClassName("plan-card");
    }

    private Upload upload() {
        var upload = new Upload();
        upload.setMaxFiles(1);
        upload.setDropLabel(new Span(words.text("setup.drop")));
        upload.setUploadButton(new Button(words.text("desk.import.file")));
        upload.setUploadHandler(event -> {
            var bytes = event.getInputStream().readNBytes(MOST_BYTES + 1);
            var _ = event.getUI().access(() -> {
                upload.clearFileList();
                bring(bytes);
            });
        });
        return upload;
    }

    /** Tries the file out; nothing is changed yet. */
    void bring(byte[] bytes) {
        forget();
        if (bytes.length > MOST_BYTES) {
            message.say(FormMessage.Kind.PROBLEM, words.text("desk.import.too-large"));
            return;
        }
        tryOut(SpreadsheetText.of(bytes));
    }

    private void forget() {
        message.clear();
        trial.removeAll();
    }

    private void tryOut(String text) {
        attempt.at(() -> tables.tryOut(part.getValue(), text), found -> {
            switch (found) {
                case CsvTrial.Tried readable -> show(readable, text);
                case CsvTrial.Unreadable(var faults) ->
                    refuse(faults.size(), faults.stream().map(problems::sentence));
            }
        });
    }

    private void refuse(int count, Stream<String> sentences) {
        message.say(FormMessage.Kind.PROBLEM, words.text("desk.import.faults", (long) count));
        trial.add(new UnorderedList(
                sentences.distinct().limit(MOST_FAULTS).map(ListItem::new).toArray(ListItem[]::new)));
    }

    private void show(CsvTrial.Tried found, String text) {
        if (!found.problems().isEmpty()) {
            refuse(found.problems().size(), found.problems().stream().map(problems::sentence));
            return;
        }
        if (found.changes().isEmpty()) {
            message.say(FormMessage.Kind.HINT, words.text("desk.import.same", (long) found.rows()));
            return;
        }
        message.say(FormMessage.Kind.HINT, words.text("desk.import.trial", (long) found.rows(), (long)
                found.changes().size()));
        var take = new Button(words.text("desk.import.take"), click -> take(text, found.version()));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(take, new Button(words.text("desk.import.drop"), click -> forget()));
        buttons.addClassName("plan-chips");
        trial.add(new ChangeRows(words, found.changes()), buttons);
    }

    private void take(String text, long version) {
        attempt.at(() -> tables.read(part.getValue(), text, version, by), outcome -> {
            trial.removeAll();
            switch (outcome) {
                case CsvOutcome.Read(var rows, SaveOutcome.Overtaken overtaken) -> {
                    tryOut(text);
                    message.say(FormMessage.Kind.PROBLEM, words.text("desk.import.overtaken"));
                }
                case CsvOutcome.Read(var rows, var saved) ->
                    done.accept(saved, words.text("desk.import.done", (long) rows));
                case CsvOutcome.Unreadable(var faults) ->
                    refuse(faults.size(), faults.stream().map(problems::sentence));
            }
        });
    }
}
