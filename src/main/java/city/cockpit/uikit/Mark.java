package city.cockpit.uikit;

import com.vaadin.flow.component.html.Span;

/** A word about the state of something, on grey: colours belong to the bands of norms. */
public final class Mark extends Span {

    public Mark(String word) {
        super(word);
        addClassNames("band", "none");
    }
}
