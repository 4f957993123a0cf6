package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/**
 * Everything that decides how a part of a page looks, apart from the language: equal ones look the same on every page, which
 * is why it is made once for all of them. Immutable, with {@code equals} and {@code hashCode} of what it holds.
 */
public interface Mould {

    /** A new one in the words of a reader; shown is what is within it. */
    Component make(Wording words);

    /** A text that the style sheet knows. */
    static Span span(String look, String text) {
        var span = new Span(text);
        span.addClassName(look);
        return span;
    }

    /** The heading of a list, with how many there are unless there is none. */
    static H2 heading(String text, int count, Wording words) {
        var heading = new H2(new Text(text + " "));
        if (count > 0) heading.add(span("count", words.formats().count(count)));
        return heading;
    }
}
