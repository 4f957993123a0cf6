package city.cockpit.citizens;

import city.cockpit.uikit.FirstResponse;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.stereotype.Component;

/** The public dashboard stands in the first response already. */
@Component
class FirstResponses implements VaadinServiceInitListener {

    private final FirstResponse first;
    private final AutowireCapableBeanFactory beans;

    FirstResponses(FirstResponse first, AutowireCapableBeanFactory beans) {
        this.first = first;
        this.beans = beans;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::complete);
    }

    private void complete(IndexHtmlResponse response) {
        if (isOverview(response.getVaadinRequest().getPathInfo()))
            first.show(response, beans.createBean(DashboardView.class));
        else first.pointToTable(response);
    }

    private static boolean isOverview(@Nullable String path) {
        return path == null || path.isEmpty() || path.equals("/");
    }
}
