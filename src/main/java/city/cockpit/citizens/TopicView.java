package city.cockpit.citizens;

import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Domain;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.TopicAddress;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** Everything that citizens may want to know of one topic; under {@code live/luft} as well as under {@code live/air}. */
@Route(value = TopicAddress.PATH + "/:domain", layout = CockpitLayout.class)
@AnonymousAllowed
final class TopicView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wordings wordings;
    private final Wording words;
    private final LivePicture pictures;
    private final Topics topics;
    private Optional<TopicPage> page = Optional.empty();
    private String title = "";

    TopicView(Wordings wordings, LivePicture pictures, Topics topics) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        this.topics = topics;
        addClassNames("topic", "site-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .get("domain")
                .flatMap(TopicAddress::domain)
                .filter(pictures.picture().domains()::containsKey)
                .orElseThrow(NotFoundException::new));
    }

    /** Makes this the page of that topic, which the city has. */
    void show(Domain domain) {
        var next = new TopicPage(domain, words, topics);
        title = words.text(
                "topic.title", words.text("domain." + domain), wordings.town().name());
        removeAll();
        add(next);
        page = Optional.of(next);
        pictures.follow(next, next.held(), this::follow);
    }

    private void follow(CityPicture picture) {
        page.ifPresent(shown -> shown.show(picture));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
