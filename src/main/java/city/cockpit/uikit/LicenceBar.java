package city.cockpit.uikit;

import com.vaadin.flow.server.Constants;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/** Where the build had no licence for the charts, pages leave room for the bar that says so. */
@Component
class LicenceBar implements VaadinServiceInitListener {

    private static final String MAKE_ROOM = TrustedScripts.text("licence-bar.js");

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var shown = event.getSource()
                .getDeploymentConfiguration()
                .getBooleanProperty(Constants.COMMERCIAL_BANNER_TOKEN, false);
        if (shown) event.addIndexHtmlRequestListener(LicenceBar::makeRoom);
    }

    /** Before any other script, since the bar comes with the first one of Vaadin. */
    private static void makeRoom(IndexHtmlResponse response) {
        TrustedScripts.run(MAKE_ROOM, response.getDocument().head().prependElement("script"), response);
    }
}
