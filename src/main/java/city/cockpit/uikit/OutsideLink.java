package city.cockpit.uikit;

import com.vaadin.flow.component.html.Anchor;

/** A way out of the cockpit, to a page of others, which learns nothing of this one. */
public final class OutsideLink extends Anchor {

    public OutsideLink(String address, String text) {
        super(address, text);
        getElement().setAttribute("rel", "noopener noreferrer");
    }
}
