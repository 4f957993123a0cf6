package city.cockpit.uikit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;

/** The pages that whoever asks may see, in their order. */
final class Ways {

    /** What was found out for one request: the frame and the section around a page ask several times while it is made. */
    private record Found(boolean withoutPage, List<MenuEntry> entries) {}

    private record OfCitizens(List<MenuEntry> entries) {}

    private Ways() {}

    static List<MenuEntry> ofThisVisitor() {
        var request = VaadinRequest.getCurrent();
        if (request == null) return find();
        if (request.getUserPrincipal() == null) return ofCitizens();
        var withoutPage = UI.getCurrent() == null;
        if (request.getAttribute(Found.class.getName()) instanceof Found found && found.withoutPage() == withoutPage)
            return found.entries();
        var entries = find();
        request.setAttribute(Found.class.getName(), new Found(withoutPage, entries));
        return entries;
    }

    /** The same for everybody who has not signed in, so a crowd does not ask again. */
    private static List<MenuEntry> ofCitizens() {
        return VaadinService.getCurrent()
                .getContext()
                .getAttribute(OfCitizens.class, () -> new OfCitizens(find()))
                .entries();
    }

    /** Dear: Vaadin asks for each page of the cockpit whether it is open, and looks each time for who could say so. */
    private static List<MenuEntry> find() {
        return MenuConfiguration.getMenuEntries().stream().filter(Ways::isOpen).toList();
    }

    static String path(MenuEntry entry) {
        return entry.path().replaceFirst("^/", "");
    }

    /** Vaadin lists what the visitor may see, but in the first response, where there is no UI yet, it lists everything. */
    private static boolean isOpen(MenuEntry entry) {
        return UI.getCurrent() != null
                || entry.menuClass() == null
                || new AccessAnnotationChecker().hasAccess(entry.menuClass());
    }
}
