package city.cockpit.planning;

import city.cockpit.strategy.ItemChange;
import city.cockpit.strategy.plan.Component;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Arrays;
import java.util.List;

/** What differs between two versions, part by part. */
final class ChangeRows extends Composite<Div> {

    private final Wording words;

    ChangeRows(Wording words, List<ItemChange> changes) {
        this.words = words;
        var rows = new Rows(words, "changes.item", "changes.kind", "changes.fields");
        rows.clear();
        for (var change : changes)
            rows.addRow(
                    new Span(title(words, change)),
                    new Span(words.text("strategy.change." + change.kind())),
                    fields(change));
        getContent().add(rows);
    }

    /** A component by its name in this language; other parts are called as people called them. */
    static String title(Wording words, ItemChange change) {
        if (change.item().isPresent()) return change.title();
        return Arrays.stream(Component.Key.values())
                .filter(key -> key.name().equals(change.title()))
                .findFirst()
                .map(key -> words.text("strategy.component." + key))
                .orElse(change.title());
    }

    private Div fields(ItemChange change) {
        var list = new UnorderedList();
        for (var field : change.fields())
            list.add(new ListItem(words.text(
                    "changes.field",
                    words.findText("field." + field.field()).orElse(field.field()),
                    field.before().isBlank() ? "–" : field.before(),
                    field.after().isBlank() ? "–" : field.after())));
        return new Div(list);
    }
}
