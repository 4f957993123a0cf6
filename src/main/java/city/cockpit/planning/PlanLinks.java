package city.cockpit.planning;

import com.vaadin.flow.component.html.Anchor;

/** Ways out of the cockpit. */
final class PlanLinks {

    private PlanLinks() {}

    /** To a page of others, which learns nothing of this one. */
    static Anchor outside(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }
}
