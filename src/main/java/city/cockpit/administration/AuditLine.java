package city.cockpit.administration;

import city.cockpit.audit.Change;
import city.cockpit.audit.Entry;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

/** One line of the audit trail. Much of it was typed by strangers: it is text and never becomes part of the page's markup. */
final class AuditLine extends ListItem {

    private final Wording words;
    private final AuditWords trail;

    AuditLine(Wording words, Entry entry) {
        this.words = words;
        this.trail = new AuditWords(words);
        var time = text("audit-time", words.formats().time(entry.at()));
        var said = new Div(
                text("audit-actor", trail.actor(entry.actor())),
                text("audit-deed", words.text("deed." + entry.deed())),
                text("audit-object", entry.object()));
        said.addClassName("audit-said");
        var content = new Div(said);
        if (!entry.changes().isEmpty()) {
            var changes = new DescriptionList();
            changes.addClassName("audit-changes");
            entry.changes().forEach(change -> add(changes, change));
            content.add(changes);
        }
        add(time, content);
    }

    private void add(DescriptionList changes, Change change) {
        changes.add(
                new DescriptionList.Term(trail.field(change)), new DescriptionList.Description(beforeAndAfter(change)));
    }

    private Span[] beforeAndAfter(Change change) {
        var before = value("audit-before", "audit.before", change, change.before());
        var after = value("audit-after", "audit.after", change, change.after());
        if (change.before().isEmpty()) return new Span[] {after};
        if (change.after().isEmpty()) return new Span[] {before};
        return new Span[] {before, after};
    }

    private Span value(String look, String heading, Change change, String value) {
        var label = text("sr-only", words.text(heading) + " ");
        var whole = new Span(label, new Span(trail.value(change, value)));
        whole.addClassName(look);
        return whole;
    }

    private static Span text(String look, String text) {
        var span = new Span(text);
        span.addClassName(look);
        span.setVisible(!text.isEmpty());
        return span;
    }
}
