package city.cockpit.explorer;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and what is known of them, one below the other. */
final class Facts extends DescriptionList {

    private final Wording words;

    Facts(Wording words) {
        this.words = words;
        addClassName("known-facts");
    }

    /** @param key of the name */
    Facts with(String key, String text) {
        return with(key, new Span(text));
    }

    Facts with(String key, Component... what) {
        add(new Div(new Term(words.text(key)), new Description(what)));
        return this;
    }
}
