package city.cockpit.planning;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Says what the signs of a drawing mean. */
final class PlanKey extends Div {

    private final Wording words;

    PlanKey(Wording words) {
        this.words = words;
        addClassName("plan-key");
    }

    /**
     * Adds a sign.
     *
     * @param kind class of the sign in the sheet of styles
     * @param text key of its meaning
     */
    PlanKey sign(String kind, String text) {
        var sign = new Span();
        sign.addClassNames("plan-sign", kind);
        add(new Span(sign, new Span(words.text(text))));
        return this;
    }
}
