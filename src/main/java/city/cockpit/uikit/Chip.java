package city.cockpit.uikit;

import city.cockpit.live.State;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A word with a shape: the band of a norm in its colour, or the state of a value that is not live in grey. */
final class Chip extends Span {

    private final Text word = new Text("");

    Chip() {
        var shape = new Span();
        shape.addClassName("shape");
        shape.getElement().setAttribute("aria-hidden", "true");
        addClassName("band");
        add(shape, word);
        setVisible(false);
    }

    void show(TileFace.Word band) {
        getElement().setAttribute("data-severity", band.severity().name().toLowerCase(Locale.ROOT));
        removeClassName("none");
        word.setText(band.text());
        setVisible(true);
    }

    void show(State state, Wording words) {
        getElement().removeAttribute("data-severity");
        addClassName("none");
        word.setText(words.text("state." + state));
        setVisible(true);
    }

    void hide() {
        setVisible(false);
        word.setText("");
    }
}
