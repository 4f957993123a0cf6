package city.cockpit.technicians;

import city.cockpit.ingest.Flow;
import city.cockpit.ingest.RejectReason;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Why readings were refused since the start, the most frequent reason first. */
final class RefusalReasons extends Section {

    private final Wording words;
    private final Paragraph none = new Paragraph();
    private final Paragraph senders = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private Optional<Map<RejectReason, Long>> shown = Optional.empty();

    RefusalReasons(Wording words) {
        this.words = words;
        addClassName("panel");
        none.setText(words.text("dataflow.reasons.none"));
        list.addClassName("reasons");
        add(
                new H2(words.text("dataflow.reasons")),
                none,
                list,
                new Anchor("rejected", words.text("dataflow.reasons.more")),
                senders,
                new Anchor("inbox", words.text("dataflow.inbox.more")));
    }

    void show(Flow flow) {
        var counts = flow.counts().rejectedByReason();
        none.setVisible(counts.isEmpty());
        if (shown.equals(Optional.of(counts))) return;
        shown = Optional.of(counts);
        list.removeAll();
        counts.entrySet().stream()
                .sorted(Map.Entry.<RejectReason, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> list.add(reason(entry.getKey(), entry.getValue())));
    }

    void showInbox(int unknown) {
        senders.setText(words.text("inbox.lead", unknown));
    }

    void showNoInbox() {
        senders.setText(words.text("inbox.unavailable"));
    }

    private ListItem reason(RejectReason reason, long count) {
        var number = new Span(words.formats().count(count));
        number.addClassName("count");
        return new ListItem(number, new Span(words.text("reason." + reason)));
    }
}
