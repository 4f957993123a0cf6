package city.cockpit.uikit;

import city.cockpit.live.State;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A word with a shape: the band of a norm in its colour, the state of a value that is not live in grey, or a doubt. */
final class Chip extends Span {

    Chip() {
        addClassNames("band", "shaped");
        setVisible(false);
    }

    /** A value that does not count because it is implausible. */
    void doubt(String text) {
        getElement().removeAttribute("data-severity");
        getElement().removeAttribute("data-state");
        removeClassName("none");
        addClassName("doubt");
        setText(text);
        setVisible(true);
    }

    void show(TileFace.Word band) {
        getElement().setAttribute("data-severity", band.severity().name().toLowerCase(Locale.ROOT));
        getElement().removeAttribute("data-state");
        removeClassNames("none", "doubt");
        setText(band.text());
        setVisible(true);
    }

    void show(State state, Wording words) {
        getElement().removeAttribute("data-severity");
        getElement().setAttribute("data-state", state.name().toLowerCase(Locale.ROOT));
        removeClassName("doubt");
        addClassName("none");
        setText(words.text("state." + state));
        setVisible(true);
    }

    void hide() {
        setVisible(false);
        setText("");
    }
}
