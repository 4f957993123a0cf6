package city.cockpit.uikit;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The section of those who keep the cockpit running: its pages stand in a line of their own above the page, and the frame
 * leads to all of them by one way. A page belongs to it by {@code @Route(layout = AdministrationLayout.class)} and
 * {@code @Menu}; everybody sees the ways that are open to them. Whoever has one page only is led straight there.
 */
@ParentLayout(CockpitLayout.class)
@AnonymousAllowed
public final class AdministrationLayout extends Div implements RouterLayout, AfterNavigationObserver {

    /** Only the line itself is moved, and once it has its width. */
    private static final String INTO_SIGHT = """
            requestAnimationFrame(() => {
              const middle = element => element.getBoundingClientRect().left + element.clientWidth / 2;
              this.parentElement.scrollLeft += middle(this) - middle(this.parentElement);
            })""";

    private final Map<String, Anchor> ways = new LinkedHashMap<>();
    private final Div content = new Div();

    AdministrationLayout(Wordings wordings, LivePicture pictures) {
        var words = wordings.ofThisPage();
        var navigation = new Nav();
        navigation.addClassName("section-ways");
        navigation.setAriaLabel(words.text("nav.administration"));
        for (var entry : pages()) {
            var path = Ways.path(entry);
            ways.put(path, new Anchor(path, words.text(entry.title())));
        }
        ways.values().forEach(navigation::add);
        navigation.setVisible(ways.size() > 1);
        addClassName("section");
        add(navigation, content);
        // The frame tells the pulse of the city on pages too that show nothing of it.
        pictures.follow(this, picture -> {});
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(page.getElement());
        page.getElement().setAttribute("tabindex", "-1");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var here = placeOf(event);
        ways.forEach((path, way) -> {
            if (path.equals(here)) {
                var isIt = path.equals(event.getLocation().getFirstSegment());
                way.getElement().setAttribute("aria-current", isIt ? "page" : "true");
                way.getElement().executeJs(INTO_SIGHT);
            } else way.getElement().removeAttribute("aria-current");
        });
    }

    /** The first part of the address of the page that is marked for the one that is open. */
    static String placeOf(AfterNavigationEvent event) {
        var above = event.getActiveChain().getFirst().getClass().getAnnotation(Beneath.class);
        return above == null ? event.getLocation().getFirstSegment() : above.value();
    }

    /** The way from the frame into this section for whoever asks; nobody is led where nothing is open. */
    static Optional<Anchor> way(Wording words) {
        var pages = pages();
        return pages.stream()
                .findFirst()
                .map(first -> new Anchor(
                        Ways.path(first), words.text(pages.size() == 1 ? first.title() : "nav.administration")));
    }

    /** Whether the first part of an address leads into this section and is open to whoever asks. */
    static boolean holds(String firstSegment) {
        return pages().stream().anyMatch(page -> Ways.path(page).equals(firstSegment));
    }

    static boolean holds(MenuEntry entry) {
        var page = entry.menuClass();
        if (page == null) return false;
        var route = page.getAnnotation(Route.class);
        return route != null && route.layout().equals(AdministrationLayout.class);
    }

    private static List<MenuEntry> pages() {
        return Ways.ofThisVisitor().stream().filter(AdministrationLayout::holds).toList();
    }
}
