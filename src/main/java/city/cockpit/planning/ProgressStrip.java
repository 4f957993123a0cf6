package city.cockpit.planning;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A few promises of the town beside its live values: how far they are, and who says so. Not there without a promise. */
public final class ProgressStrip extends Composite<Section> {

    private final Wording words;
    private final Promises promises;
    private @Nullable StripFace shown;

    public ProgressStrip(Wording words, Promises promises) {
        this.words = words;
        this.promises = promises;
        getContent().addClassName("promise-strip");
        getContent().getElement().setAttribute("aria-label", words.text("promises.strip"));
        getContent().setVisible(false);
        show();
    }

    /** Shows what is known now; of what did not change nothing is touched. Never blocks. */
    public void show() {
        var next = promises.strip(words, (picture, wording) -> new PlanWords(wording).strip(picture))
                .filter(face -> !face.entries().isEmpty())
                .orElse(null);
        if (Objects.equals(next, shown)) return;
        shown = next;
        getContent().setVisible(next != null);
        if (next != null) fill(next);
    }

    private void fill(StripFace face) {
        var head = new Header(new H2(new Anchor(PromisesView.ADDRESS, words.text("promises.strip"))));
        if (face.isExample()) head.add(StatusChip.none(words.text("planning.example")));
        var counts = new Span(face.counts());
        counts.addClassName("strip-counts");
        head.add(counts);
        var list = new UnorderedList();
        face.entries().forEach(entry -> list.add(item(entry)));
        getContent().removeAll();
        getContent().add(head, list);
    }

    private static ListItem item(StripFace.Entry entry) {
        var source = new Span(entry.source());
        source.addClassName("plan-source");
        var head = new Div(new H3(new Anchor(entry.href(), entry.title())), source);
        head.addClassName("strip-head");
        var value = new Span(entry.value());
        value.addClassName("strip-value");
        var target = new Span(entry.target());
        var line = new Paragraph(value, target);
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
