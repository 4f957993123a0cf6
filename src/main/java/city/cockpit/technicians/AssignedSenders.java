package city.cockpit.technicians;

import city.cockpit.registry.SensorAliases.Alias;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Which senders were assigned to which sensors, each to be undone. */
final class AssignedSenders extends Section {

    private final Wording words;
    private final Consumer<Alias> undo;
    private final Rows rows;
    private List<Alias> shown = List.of();

    AssignedSenders(Wording words, Consumer<Alias> undo) {
        this.words = words;
        this.undo = undo;
        rows = new Rows(
                words, "inbox.sender", "inbox.sensor", "inbox.assigned.since", "inbox.assigned.by", "rows.actions");
        addClassName("assigned-senders");
        add(new H2(words.text("inbox.assigned.title")), rows);
        setVisible(false);
    }

    /** Nothing moves while nothing changed. */
    void show(List<Alias> assigned, Instant now) {
        if (assigned.equals(shown)) return;
        shown = List.copyOf(assigned);
        rows.clear();
        for (var alias : assigned) {
            var name = new Div(new Span(alias.name().value()));
            name.addClassName("rows-about");
            var button = new Button(words.text("inbox.unassign") + " …", click -> undo.accept(alias));
            button.setAriaLabel(words.text("inbox.unassign.of", alias.name(), alias.sensor()));
            rows.addRow(
                    name,
                    new Span(alias.sensor().value()),
                    new Span(words.formats().minute(alias.assignedAt(), now)),
                    new Span(alias.by()),
                    button);
        }
        setVisible(!assigned.isEmpty());
    }
}
