package city.cockpit.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The bands of a scheme side by side with a mark at the value. Decoration: the word of the band stands above it. */
final class Scale extends Div {

    private final Div bands = new Div();
    private final Span mark = new Span();
    private List<TileFace.Segment> shown = List.of();

    Scale() {
        addClassName("tile-scale");
        getElement().setAttribute("aria-hidden", "true");
        bands.addClassName("bands");
        mark.addClassName("mark");
        add(bands, mark);
        setVisible(false);
    }

    void show(Optional<TileFace.Scale> scale) {
        setVisible(scale.isPresent());
        scale.ifPresent(this::show);
    }

    private void show(TileFace.Scale scale) {
        if (!scale.segments().equals(shown)) arrange(scale.segments());
        mark.getStyle().set("left", percent(scale.at()));
    }

    private void arrange(List<TileFace.Segment> segments) {
        bands.removeAll();
        var begin = 0.0;
        for (var segment : segments) {
            var part = new Span();
            part.getElement()
                    .setAttribute("data-severity", segment.severity().name().toLowerCase(Locale.ROOT));
            part.getStyle().set("width", percent(segment.until() - begin));
            bands.add(part);
            begin = segment.until();
        }
        shown = segments;
    }

    private static String percent(double share) {
        return Math.round(1_000 * share) / 10.0 + "%";
    }
}
