package city.cockpit.uikit;

import com.vaadin.flow.component.html.Span;

/** How something stands, as a word with a shape in a colour; it never changes. */
public final class WordChip extends Span {

    /** @param severity name of the colour in the style sheet; empty for the grey of what nobody knows */
    public WordChip(String severity, String word) {
        super(word);
        addClassNames("band", "shaped");
        if (severity.isEmpty()) addClassName("none");
        else getElement().setAttribute("data-severity", severity);
    }
}
