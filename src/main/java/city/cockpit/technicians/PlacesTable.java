package city.cockpit.technicians;

import city.cockpit.sitefacts.ReferenceBuildings;
import city.cockpit.sitefacts.SiteFactFiles;
import city.cockpit.sitefacts.SiteFactFiles.Changed;
import city.cockpit.sitefacts.SiteFactFiles.Imported;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** All places as a table to take along and to bring back: what would change is shown first, and saved when somebody says so. */
final class PlacesTable extends Section {

    private static final int MOST_ROWS = 200;

    private final Wording words;
    private final SiteFactFiles files;
    private final FactWords values;
    private final String technician;
    private final Runnable saved;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final TableOutcome outcome;

    /** @param saved to be called after something was stored */
    PlacesTable(Wording words, SiteFactFiles files, ReferenceBuildings references, String technician, Runnable saved) {
        this.words = words;
        this.files = files;
        this.values = new FactWords(words, references);
        this.technician = technician;
        this.saved = saved;
        attempt = new Attempt(words, message);
        outcome = new TableOutcome(words, message);
        addClassNames("panel", "panel-form", "bring-file");
        getElement().setAttribute("aria-label", words.text("places.table"));
        var upload = new TableUpload(
                words,
                SiteFactFiles.MOST_BYTES,
                this::tryOut,
                problem -> message.say(FormMessage.Kind.PROBLEM, problem));
        var export = new Div(CsvLink.of(words.text("places.table.export"), "places.csv", files::exportCsv));
        export.addClassName("panel-buttons");
        var columns = new Div();
        columns.addClassName("sensor-import-columns");
        SiteFactFiles.COLUMNS.forEach(column -> columns.add(new Code(column)));
        add(
                note("places.table.about"),
                export,
                upload,
                message,
                outcome,
                note("places.table.columns"),
                columns,
                note("places.table.kinds"),
                kinds(references));
    }

    private Paragraph note(String key) {
        var note = new Paragraph(words.text(key));
        note.addClassName("panel-note");
        return note;
    }

    private static Div kinds(ReferenceBuildings references) {
        var kinds = new Div();
        kinds.addClassName("sensor-import-columns");
        references.listKinds().forEach(kind -> kinds.add(new Code(kind)));
        return kinds;
    }

    /** Nothing is stored yet. */
    void tryOut(String name, byte[] table) {
        outcome.forget();
        attempt.at(() -> files.importCsv(table, true, technician), found -> show(name, table, found));
    }

    private void show(String name, byte[] table, Imported found) {
        if (!found.problems().isEmpty()) {
            outcome.refuse(name, found.problems());
            return;
        }
        if (found.changes().isEmpty()) {
            message.say(FormMessage.Kind.HINT, words.text("sensors.import.same", name));
            return;
        }
        message.say(
                FormMessage.Kind.HINT,
                words.text("places.table.good", name, (long) found.changes().size(), countPlaces(found)));
        outcome.offer(changes(found), () -> store(name, table), outcome::forget);
    }

    private static long countPlaces(Imported found) {
        return found.changes().stream().map(Changed::site).distinct().count();
    }

    private Div changes(Imported found) {
        var rows = new Rows(words, "places.place", "places.fact", "places.table.before", "places.value", "places.from");
        found.changes().stream()
                .limit(MOST_ROWS)
                .forEach(changed -> rows.addRow(
                        new Span(changed.site().title()),
                        new Span(words.text("fact." + changed.fact().kind())),
                        new Span(values.of(changed.fact().kind(), changed.before(), "places.table.nothing")),
                        new Span(values.of(changed.fact().kind(), changed.fact().value(), "places.nothing")),
                        new Span(words.formats().date(changed.fact().validFrom()))));
        var shown = new Div(rows);
        var rest = found.changes().size() - MOST_ROWS;
        if (rest > 0) shown.add(new Paragraph(words.text("places.table.more", (long) rest)));
        return shown;
    }

    private void store(String name, byte[] table) {
        outcome.forget();
        attempt.at(() -> files.importCsv(table, false, technician), done -> {
            // Somebody may have taken a place away meanwhile.
            if (!done.problems().isEmpty()) {
                outcome.refuse(name, done.problems());
                return;
            }
            message.say(
                    FormMessage.Kind.DONE,
                    words.text("places.table.stored", (long) done.changes().size(), countPlaces(done)));
            saved.run();
        });
    }
}
