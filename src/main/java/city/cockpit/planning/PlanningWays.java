package city.cockpit.planning;

import city.cockpit.access.Role;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** The ways between the pages of the strategy that staff sees; those of editors only for them. */
final class PlanningWays extends Nav {

    PlanningWays(Wording words, AuthenticationContext visitor, String here) {
        addClassName("section-ways");
        setAriaLabel(words.text("nav.portfolio"));
        way(PortfolioView.ADDRESS, words.text("portfolio.title"), here);
        way(TimelineView.ADDRESS, words.text("timeline.title"), here);
        way(ComponentsView.ADDRESS, words.text("components.title"), here);
        way(ChangesView.ADDRESS, words.text("changes.title"), here);
        if (mayWrite(visitor)) way(DeskView.ADDRESS, words.text("desk.title"), here);
    }

    static boolean mayWrite(AuthenticationContext visitor) {
        return visitor.hasAnyRole(Role.Name.STRATEGY_EDITOR, Role.Name.ADMINISTRATOR);
    }

    private void way(String address, String text, String here) {
        var way = new Anchor(address, text);
        if (address.equals(here)) way.getElement().setAttribute("aria-current", "page");
        add(way);
    }
}
