package city.cockpit.planning;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.OptionalDouble;

/** How much of a way is done, and a tick where one should be by now. What it shows is said in words, too. */
final class ProgressBar extends Div {

    /** Who says so: that decides how the bar is filled. */
    enum Kind {
        COMPUTED,
        /** Hatched. */
        ESTIMATED,
        /** Grey: it counts no more. */
        EXPIRED
    }

    ProgressBar(OptionalDouble done, OptionalDouble expected, Kind kind, String said) {
        addClassName("plan-bar");
        getElement().setAttribute("role", "img").setAttribute("aria-label", said);
        getElement().setAttribute("data-kind", kind.name().toLowerCase(Locale.ROOT));
        done.ifPresent(share -> add(part("done", "width", share)));
        expected.ifPresent(share -> add(part("tick", "left", share)));
    }

    private static Span part(String name, String property, double share) {
        var part = new Span();
        part.addClassName(name);
        part.getStyle().set(property, String.format(Locale.ROOT, "%.1f%%", 100 * Math.clamp(share, 0, 1)));
        return part;
    }
}
