package city.cockpit.technicians;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Where a technician looks for what is not on this page: a sentence, and the ways there and to the data flow. */
final class SeeAlso extends Paragraph {

    /**
     * @param path of the other page
     * @param way name of the text of the link to it
     */
    SeeAlso(Wording words, String sentence, String path, String way) {
        addClassName("see-also");
        add(
                new Span(sentence),
                new Anchor(path, words.text(way)),
                new Anchor("dataflow", words.text("see-also.dataflow")));
    }
}
