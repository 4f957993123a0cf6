package city.cockpit.technicians;

import com.vaadin.flow.component.html.Anchor;

/**
 * A link to a form of the street. It loads the page anew, because camera and place are allowed by the header of those pages
 * alone.
 */
final class StreetLink extends Anchor {

    StreetLink(String address, String text) {
        super(address, text);
        setRouterIgnore(true);
    }
}
