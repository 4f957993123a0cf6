package city.cockpit.technicians;

import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Groups as rows, each the way to its sheet. Numbers change in place and rows keep theirs while somebody reads; what is
 * new comes on top.
 */
final class GroupRows extends Div {

    /** More are found by searching. */
    private static final int MOST_ROWS = 200;

    private final Wording words;
    private final String path;
    private String filter = "";
    private final Rows table;
    private final Paragraph note = new Paragraph();
    private final Map<Long, Line> lines = new LinkedHashMap<>();
    private Optional<Long> chosen = Optional.empty();

    /** What stands in a row. */
    record Texts(String name, String about, List<String> cells) {

        Texts {
            cells = List.copyOf(cells);
        }
    }

    GroupRows(Wording words, String path, String... headings) {
        this.words = words;
        this.path = path;
        table = new Rows(words, headings);
        table.clear();
        addClassName("group-rows");
        note.addClassName("rows-note");
        note.getElement().setAttribute("role", "status");
        add(table, note);
        note("");
    }

    /** From now on the ways to the sheets keep what stands behind the address. */
    void filter(QueryParameters next) {
        filter = next.getQueryString().isEmpty() ? "" : "?" + next.getQueryString();
        lines.forEach((id, line) -> line.lead(id));
    }

    void note(String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
    }

    /** The groups in this order, as far as they were not there before. */
    void show(List<RefusalGroup> groups, Function<RefusalGroup, Texts> texts) {
        show(groups, RefusalGroup::id, texts);
    }

    /** The same of anything that has a number. */
    <T> void show(List<T> groups, ToLongFunction<T> number, Function<T, Texts> texts) {
        var first = groups.stream().limit(MOST_ROWS).toList();
        var ids = new HashSet<Long>();
        first.forEach(group -> ids.add(number.applyAsLong(group)));
        lines.forEach((id, line) -> {
            if (!ids.contains(id)) table.remove(line.row);
        });
        lines.keySet().retainAll(ids);
        var fresh = lines.isEmpty();
        for (var group : fresh ? first : first.reversed()) {
            var id = number.applyAsLong(group);
            var line = lines.get(id);
            if (line == null) {
                line = new Line(id, texts.apply(group));
                lines.put(id, line);
                if (!fresh) table.lift(line.row);
            } else line.show(texts.apply(group));
        }
        choose(chosen);
        note(
                groups.size() > MOST_ROWS
                        ? words.text("people.more", words.formats().count(groups.size() - MOST_ROWS))
                        : "");
    }

    void choose(Optional<Long> id) {
        chosen = id;
        lines.forEach((key, line) -> line.choose(id.equals(Optional.of(key))));
    }

    private final class Line {

        private final Anchor name;
        private final Span about = new Span();
        private final List<Span> cells = new ArrayList<>();
        private final NativeTableRow row;

        Line(long id, Texts texts) {
            name = new Anchor("", texts.name());
            lead(id);
            var first = new Div(name, about);
            first.addClassName("rows-about");
            texts.cells().forEach(text -> cells.add(new Span(text)));
            row = table.addRow(first, cells.toArray(Component[]::new));
            row.addClassName("rows-way");
            show(texts);
        }

        void lead(long id) {
            name.setHref(path + "/" + id + filter);
        }

        void show(Texts texts) {
            change(about, texts.about());
            about.setVisible(!texts.about().isEmpty());
            for (var i = 0; i < cells.size(); i++)
                change(cells.get(i), texts.cells().get(i));
        }

        private static void change(Span span, String text) {
            if (!span.getText().equals(text)) span.setText(text);
        }

        void choose(boolean here) {
            if (here) name.getElement().setAttribute("aria-current", "true");
            else name.getElement().removeAttribute("aria-current");
        }
    }
}
