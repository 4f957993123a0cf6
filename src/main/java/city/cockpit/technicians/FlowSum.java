package city.cockpit.technicians;

import city.cockpit.ingest.Counts;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The ledger as the sum that it is, each number with a sentence on what it counts. */
final class FlowSum extends Section {

    private final Wording words;
    private final Div numbers = new Div();
    private final List<Span> values;

    FlowSum(Wording words) {
        this.words = words;
        addClassName("panel");
        numbers.addClassName("flow-sum");
        values = List.of("received", "stored", "duplicate", "rejected", "pending").stream()
                .map(this::number)
                .toList();
        add(new H2(words.text("dataflow.sum")), numbers);
    }

    private Span number(String name) {
        var value = new Span();
        value.addClassName("value");
        var sign = new Span(words.text("dataflow." + name + ".sign"));
        sign.addClassName("sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        var head = new Span(words.text("dataflow." + name));
        head.addClassName("name");
        numbers.add(new Div(sign, value, head, new Paragraph(words.text("dataflow." + name + ".why"))));
        return value;
    }

    void show(Counts counts) {
        var numbers =
                new long[] {counts.received(), counts.stored(), counts.duplicate(), counts.rejected(), counts.pending()
                };
        for (var i = 0; i < numbers.length; i++)
            values.get(i).setText(words.formats().count(numbers[i]));
    }
}
