package city.cockpit.operations;

import city.cockpit.alerts.Incident;
import city.cockpit.alerts.IncidentPicture;
import city.cockpit.alerts.RuleWords;
import city.cockpit.measurement.Severity;
import city.cockpit.uikit.Mould;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;

/**
 * What the {@link IncidentList} says, in the words of one language.
 *
 * @param rows the most urgent ones
 * @param count how many are open
 * @param mayOpen whether the visitor may see the page of incidents
 */
record IncidentFace(List<Row> rows, int count, boolean mayOpen) implements Mould {

    IncidentFace {
        rows = List.copyOf(rows);
    }

    /** @param where and since when, and who is on it */
    record Row(long id, Severity severity, String title, Incident.State state, String where) {}

    static IncidentFace of(
            IncidentPicture picture, int few, boolean mayOpen, Instant now, Wording words, RuleWords ruleWords) {
        return new IncidentFace(
                picture.incidents().stream()
                        .limit(few)
                        .map(incident -> new Row(
                                incident.id(),
                                incident.severity(),
                                ruleWords.title(incident),
                                incident.state(),
                                where(incident, now, words, ruleWords)))
                        .toList(),
                picture.count(),
                mayOpen);
    }

    private static String where(Incident incident, Instant now, Wording words, RuleWords ruleWords) {
        var since = words.formats().minute(incident.raisedAt(), now);
        var places = ruleWords.places(incident);
        return incident.assignedTo()
                .map(person -> words.text("incidents.where.who", places, since, person))
                .orElseGet(() -> words.text("incidents.where", places, since));
    }

    @Override
    public Component make(Wording words) {
        var title = Mould.heading(words.text("incidents.title"), count, words);
        if (count == 0) return new Div(title, new Paragraph(words.text("incidents.none.short")));
        var list = new UnorderedList();
        rows.forEach(row -> list.add(item(row, words)));
        var made = new Div(title, list);
        if (mayOpen && count > rows.size()) {
            var all = new Anchor("incidents", words.text("incidents.all", (long) count));
            all.addClassName("link");
            made.add(all);
        }
        return made;
    }

    private ListItem item(Row row, Wording words) {
        return new ListItem(
                new Span(IncidentRows.severity(words, row.severity())),
                mayOpen ? new Anchor("incidents/" + row.id(), row.title()) : new Span(row.title()),
                Mould.span("quantity", words.text("incident.state." + row.state())),
                Mould.span("place", row.where()));
    }
}
