package city.cockpit.citizens;

import city.cockpit.measurement.Domain;
import city.cockpit.uikit.FirstResponse;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.TopicAddress;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Optional;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.stereotype.Component;

/** The public dashboard and the pages of topics stand in the first response already. */
@Component
class FirstResponses implements VaadinServiceInitListener {

    private static final String TOPICS = "/" + TopicAddress.PATH + "/";

    private final FirstResponse first;
    private final LivePicture pictures;
    private final AutowireCapableBeanFactory beans;

    FirstResponses(FirstResponse first, LivePicture pictures, AutowireCapableBeanFactory beans) {
        this.first = first;
        this.pictures = pictures;
        this.beans = beans;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::complete);
    }

    private void complete(IndexHtmlResponse response) {
        var path =
                Optional.ofNullable(response.getVaadinRequest().getPathInfo()).orElse("/");
        if (path.isEmpty() || path.equals("/")) first.show(response, beans.createBean(DashboardView.class));
        else topic(path).ifPresentOrElse(domain -> show(response, domain), () -> first.pointToTable(response));
    }

    private void show(IndexHtmlResponse response, Domain domain) {
        var page = beans.createBean(TopicView.class);
        page.show(domain);
        first.show(response, page);
    }

    /** The topic whose page this is the address of, if the city has it. */
    private Optional<Domain> topic(String path) {
        return Optional.of(path)
                .filter(address -> address.startsWith(TOPICS))
                .flatMap(address -> TopicAddress.domain(address.substring(TOPICS.length())))
                .filter(pictures.picture().domains()::containsKey);
    }
}
