package city.cockpit.explorer;

import city.cockpit.measurement.SensorId;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.SiteMarkerBoard;
import city.cockpit.uikit.SitePage;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.signals.local.ValueSignal;

/** Everything that is measured at one site, under an address that people can pass on. Works without the map. */
@Route(value = "site/:site", layout = CockpitLayout.class)
@AnonymousAllowed
final class SiteView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final LivePicture pictures;
    private final SitePage page;
    private final ValueSignal<String> chosen = new ValueSignal<>("");
    private String title = "";

    SiteView(Wordings wordings, LivePicture pictures, SiteMarkerBoard markers) {
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        this.page = new SitePage(words, markers);
        var way = new Nav(new Anchor("", words.text("nav.overview")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        add(way, page);
        pictures.follow(this, picture -> page.show(picture, chosen.get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters()
                .get("site")
                .filter(SensorId::isWellFormed)
                .orElseThrow(NotFoundException::new);
        title = words.text(
                "sites.page-title", page.titleOf(pictures.picture(), key).orElseThrow(NotFoundException::new));
        chosen.set(key);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
