package city.cockpit.citizens;

import city.cockpit.calendar.TownCalendars;
import city.cockpit.calendar.TownCalendars.Published;
import city.cockpit.measurement.Domain;
import city.cockpit.uikit.FirstResponse;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.TopicAddress;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The public dashboard, the pages of topics and those that are only read stand in the first response already. */
@org.springframework.stereotype.Component
class FirstResponses implements VaadinServiceInitListener {

    /** Pages to read, each as it stands. */
    private static final Map<String, Class<? extends Component>> TEXTS = Map.of(
            "/" + PlainView.PATH, PlainView.class,
            "/" + EasyLanguageView.PATH, EasyLanguageView.class,
            "/" + ImprintView.PATH, ImprintView.class,
            "/" + PrivacyView.PATH, PrivacyView.class,
            "/" + AccessibilityView.PATH, AccessibilityView.class);

    private static final String CALENDARS = "/" + CalendarView.PATH + "/";
    private static final String TOPICS = "/" + TopicAddress.PATH + "/";

    private final FirstResponse first;
    private final LivePicture pictures;
    private final PageDescription description;
    private final Wordings wordings;
    private final AutowireCapableBeanFactory beans;
    private final TownCalendars calendars;
    private final Crowd crowd;
    private final AuthenticationContext visitor;

    FirstResponses(
            FirstResponse first,
            LivePicture pictures,
            PageDescription description,
            Wordings wordings,
            AutowireCapableBeanFactory beans,
            TownCalendars calendars,
            Crowd crowd,
            AuthenticationContext visitor) {
        this.first = first;
        this.pictures = pictures;
        this.description = description;
        this.wordings = wordings;
        this.beans = beans;
        this.calendars = calendars;
        this.crowd = crowd;
        this.visitor = visitor;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::complete);
    }

    private void complete(IndexHtmlResponse response) {
        response.getDocument()
                .head()
                .appendElement("link")
                .attr("rel", "manifest")
                .attr("href", "manifest.webmanifest");
        var path =
                Optional.ofNullable(response.getVaadinRequest().getPathInfo()).orElse("/");
        var text = Optional.<Class<? extends Component>>ofNullable(TEXTS.get(path));
        var topic = topic(path);
        var calendar = calendar(path);
        if (path.isEmpty() || path.equals("/")) showOverview(response);
        else if (text.isPresent()) first.show(response, () -> beans.createBean(text.get()));
        else if (topic.isPresent()) show(response, topic.get());
        else if (calendar.isPresent()) show(response, calendar.get());
        else {
            first.pointToTable(response);
            return;
        }
        calm(response);
    }

    /** Staff work with their pages however many people look. */
    private void calm(IndexHtmlResponse response) {
        if (visitor.isAuthenticated()) return;
        crowd.passing(response.getVaadinRequest().getWrappedSession());
        if (crowd.isFull()) StillPage.make(response.getDocument(), wordings.ofThisPage());
    }

    private void showOverview(IndexHtmlResponse response) {
        first.show(response, () -> beans.createBean(DashboardView.class));
        description.ofOverview(response, pictures.picture(), wordings.ofThisPage());
    }

    private void show(IndexHtmlResponse response, Domain domain) {
        first.show(response, () -> {
            var page = beans.createBean(TopicView.class);
            page.show(domain);
            return page;
        });
        description.ofTopic(response, domain, pictures.picture(), wordings.ofThisPage());
    }

    private void show(IndexHtmlResponse response, Published calendar) {
        first.show(response, () -> {
            var page = beans.createBean(CalendarView.class);
            page.show(calendar.source().name());
            return page;
        });
    }

    /** The calendar whose page this is the address of, if there is one. */
    private Optional<Published> calendar(String path) {
        return Optional.of(path)
                .filter(address -> address.startsWith(CALENDARS))
                .flatMap(address -> calendars.find(address.substring(CALENDARS.length())));
    }

    /** The topic whose page this is the address of, if the city has it. */
    private Optional<Domain> topic(String path) {
        return Optional.of(path)
                .filter(address -> address.startsWith(TOPICS))
                .flatMap(address -> TopicAddress.domain(address.substring(TOPICS.length())))
                .filter(pictures.picture().domains()::containsKey);
    }
}
