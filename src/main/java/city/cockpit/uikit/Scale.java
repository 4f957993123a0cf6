package city.cockpit.uikit;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The bands of a scheme side by side with a mark at the value, drawn by the style sheet. Decoration: the word of the band
 * stands above it.
 */
final class Scale extends Div {

    private List<TileFace.Segment> shown = List.of();

    Scale() {
        addClassName("tile-scale");
        getElement().setAttribute("aria-hidden", "true");
        setVisible(false);
    }

    void show(Optional<TileFace.Scale> scale) {
        setVisible(scale.isPresent());
        scale.ifPresent(this::show);
    }

    private void show(TileFace.Scale scale) {
        if (!scale.segments().equals(shown)) getStyle().set("--bands", bands(scale.segments()));
        shown = scale.segments();
        getStyle().set("--at", percent(scale.at()));
    }

    /** The stops of a gradient, with a narrow gap between two bands. */
    private static String bands(List<TileFace.Segment> segments) {
        var stops = new StringBuilder();
        var begin = "0%";
        for (var segment : segments) {
            var end = percent(segment.until());
            var color = segment.severity().name().toLowerCase(Locale.ROOT);
            if (!stops.isEmpty()) stops.append(", transparent 0 calc(%s + 1px), ".formatted(begin));
            stops.append("var(--band-%s) 0 calc(%s - %s)".formatted(color, end, end.equals("100%") ? "0px" : "1px"));
            begin = end;
        }
        return stops.toString();
    }

    /** Without a fraction where there is none. */
    private static String percent(double share) {
        var tenths = Math.round(1_000 * share);
        return tenths % 10 == 0 ? tenths / 10 + "%" : tenths / 10.0 + "%";
    }
}
