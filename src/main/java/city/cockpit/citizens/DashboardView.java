package city.cockpit.citizens;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The public dashboard: one tile for each domain of city life. */
@Route("")
@AnonymousAllowed
class DashboardView extends Main {

    DashboardView() {
        add(new H1("Stadtcockpit"));
    }
}
