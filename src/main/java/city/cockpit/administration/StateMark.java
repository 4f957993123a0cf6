package city.cockpit.administration;

import com.vaadin.flow.component.html.Span;

/** A word for a state with a shape and a colour; only what changed goes to the browser. */
final class StateMark extends Span {

    private final Span word = new Span();

    StateMark() {
        var shape = new Span();
        shape.addClassName("shape");
        shape.getElement().setAttribute("aria-hidden", "true");
        addClassName("band");
        add(shape, word);
    }

    /** @param severity good, notice, alarm or none */
    void show(String text, String severity) {
        if (word.getText().equals(text)) return;
        word.setText(text);
        setClassName("none", severity.equals("none"));
        getElement().setAttribute("data-severity", severity);
    }
}
