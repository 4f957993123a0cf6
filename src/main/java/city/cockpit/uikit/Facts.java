package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and what is known of them, one below the other. */
public final class Facts extends DescriptionList {

    private final Wording words;

    public Facts(Wording words) {
        this.words = words;
        addClassName("known-facts");
    }

    /**
     * Adds a text.
     *
     * @param key of the name
     */
    public Facts with(String key, String text) {
        return with(key, new Span(text));
    }

    /** Adds what shows something, under the name of that key. */
    public Facts with(String key, Component... what) {
        add(new Div(new Term(words.text(key)), new Description(what)));
        return this;
    }
}
