package city.cockpit.uikit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;

/**
 * A drawing with the name by which it is read aloud. The drawing takes the place of the element that brings it, so what is said
 * of that is lost: the name belongs to the element around it.
 */
public final class NamedDrawing extends Div {

    /** @param svg from the server, never from a visitor */
    public NamedDrawing(String svg, String name) {
        var lines = new Div(new Svg(svg));
        lines.getElement().setAttribute("aria-hidden", "true");
        getElement().setAttribute("role", "img").setAttribute("aria-label", name);
        add(lines);
    }
}
