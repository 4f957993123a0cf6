package city.cockpit.citizens;

import city.cockpit.uikit.Mould;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/**
 * What the tile of a calendar looks like; the whole tile is one link.
 *
 * @param note of when it is
 */
record CalendarMould(String href, String title, List<Line> lines, String note) implements Mould {

    /** Something and when it is; where may be empty. */
    record Line(String when, String what, String where) {}

    CalendarMould {
        lines = List.copyOf(lines);
    }

    @Override
    public Article make(Wording words) {
        var head = new Header(new H2(new Anchor(href, title)));
        head.addClassName("tile-head");
        var about = new Paragraph(note);
        about.addClassName("calendar-note");
        return new Article(head, lines.isEmpty() ? nothing(words) : list(), about);
    }

    private static Paragraph nothing(Wording words) {
        var nothing = new Paragraph(words.text("calendar.nothing"));
        nothing.addClassName("calendar-nothing");
        return nothing;
    }

    private UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("calendar-lines");
        for (var line : lines) {
            var item = new ListItem(Mould.span("calendar-when", line.when()), Mould.span("calendar-what", line.what()));
            if (!line.where().isEmpty()) item.add(Mould.span("calendar-where", line.where()));
            list.add(item);
        }
        return list;
    }
}
