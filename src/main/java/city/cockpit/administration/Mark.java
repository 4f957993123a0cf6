package city.cockpit.administration;

import com.vaadin.flow.component.html.Span;

/** A word about the state of something, on grey: colours belong to the bands of norms. */
final class Mark extends Span {

    Mark(String word) {
        super(word);
        addClassNames("band", "none");
    }
}
