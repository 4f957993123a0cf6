package city.cockpit.uikit;

import city.cockpit.measurement.Domain;
import com.vaadin.flow.component.html.Span;

/** The sign of a domain. Decoration: the word always stands beside it. */
final class Icon extends Span {

    Icon() {
        addClassName("icon");
        getElement().setAttribute("aria-hidden", "true");
    }

    void show(Domain domain) {
        getElement().setAttribute("data-icon", TileFaces.slug(domain));
    }
}
