package city.cockpit.uikit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;

/** The pages that whoever asks may see, in their order. */
final class Ways {

    private Ways() {}

    static List<MenuEntry> ofThisVisitor() {
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
