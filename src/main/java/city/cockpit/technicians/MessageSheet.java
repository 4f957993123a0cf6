package city.cockpit.technicians;

import city.cockpit.ingest.kept.KeptMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One message as it came. What strangers sent is text and never becomes part of the page's markup. */
final class MessageSheet extends Div {

    /** What fits into a head; who needs more asks the sender. */
    private static final int LONGEST = 8_000;

    MessageSheet(Wording words, KeptMessage message, Instant now) {
        addClassName("message-sheet");
        var topic = new Span(message.topic());
        topic.addClassName("refusal-topic");
        var about = new Paragraph(Stream.of(
                        words.formats().moment(message.arrivedAt(), now),
                        words.text("kept.connection", message.connection()),
                        words.text("kept.qos", message.qos()),
                        message.retained() ? words.text("kept.retained") : "",
                        words.text(
                                "kept.size",
                                words.formats().count(message.payload().size())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        about.addClassName("panel-note");
        var payload = new Pre(Indented.of(message.payload().text(LONGEST)));
        payload.getElement().setAttribute("tabindex", "0");
        payload.getElement().setAttribute("role", "region");
        payload.getElement().setAttribute("aria-label", words.text("kept.payload"));
        add(topic, about, payload);
        if (message.payload().size() > LONGEST) {
            var more = new Paragraph(words.text("kept.cut", words.formats().count(LONGEST)));
            more.addClassName("panel-note");
            add(more);
        }
    }
}
