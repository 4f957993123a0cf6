package city.cockpit.planning;

import city.cockpit.strategy.progress.Status;
import city.cockpit.uikit.Mould;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.OptionalDouble;

/** What the strip of promises says, in the words of one language. */
record StripFace(boolean isExample, String counts, List<Entry> entries) implements Mould {

    StripFace {
        entries = List.copyOf(entries);
    }

    /**
     * One indicator.
     *
     * @param source who says so: sensors or people
     * @param attained share of the way, 0 to 1
     * @param expected share that should be reached
     * @param said what the bar shows, in words
     */
    record Entry(
            String href,
            String title,
            String source,
            String value,
            String target,
            OptionalDouble attained,
            OptionalDouble expected,
            String said,
            Status status,
            String word) {}

    @Override
    public Component make(Wording words) {
        var head = new Header(new H2(new Anchor(PromisesView.ADDRESS, words.text("promises.strip"))));
        if (isExample) head.add(StatusChip.none(words.text("planning.example")));
        head.add(Mould.span("strip-counts", counts));
        var list = new UnorderedList();
        entries.forEach(entry -> list.add(item(entry)));
        return new Div(head, list);
    }

    private static ListItem item(Entry entry) {
        var head = new Div(new H3(new Anchor(entry.href(), entry.title())), Mould.span("plan-source", entry.source()));
        head.addClassName("strip-head");
        var line = new Paragraph(Mould.span("strip-value", entry.value()), new Span(entry.target()));
        line.addClassName("strip-line");
        var item = new ListItem(
                head,
                line,
                new ProgressBar(entry.attained(), entry.expected(), ProgressBar.Kind.COMPUTED, entry.said()),
                StatusChip.of(entry.status(), entry.word()));
        item.addClassName("strip-item");
        return item;
    }
}
