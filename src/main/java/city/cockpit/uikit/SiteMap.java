package city.cockpit.uikit;

import city.cockpit.basemap.BaseLayer;
import city.cockpit.measurement.Domain;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The sites on a map. What draws it is loaded by the browser when the first map is shown. */
@Tag("city-map")
@JsModule("./city-map.ts")
@NpmPackage(value = "ol", version = "10.11.0")
final class SiteMap extends SiteFeed {

    SiteMap(Wording words, Optional<BaseLayer> base) {
        getElement().setProperty("words", JSON.writeValueAsString(texts(words)));
        base.ifPresent(layer -> getElement().setProperty("base", JSON.writeValueAsString(layer)));
    }

    static Map<String, String> texts(Wording words) {
        var texts = new HashMap<String, String>();
        for (var name : List.of(
                "markers",
                "zoomIn",
                "zoomOut",
                "everything",
                "more",
                "moreDoubt",
                "wheel",
                "touch",
                "unreachable",
                "north",
                "failed")) texts.put(name, words.text("map." + name, "{0}"));
        return texts;
    }

    /** Lays the plan of the demo town beneath; before the map is shown. */
    void layDemoPlan() {
        getElement().setProperty("plan", true);
    }

    /** Draws where the town ends; before the map is shown. */
    void drawBoundary() {
        getElement().setProperty("boundary", "town/boundary.geojson");
    }

    /** Shows this site close by and marked; before the map is shown. */
    void centreOn(String site) {
        getElement().setProperty("centre", site);
    }

    /** Tells the values of one domain; without one, the most important of each site. */
    void tell(Optional<Domain> domain) {
        getElement().setProperty("domain", domain.map(TileFaces::slug).orElse(""));
    }

    /** Calls with the key of a site when a person chooses it. */
    void onChoice(Consumer<String> chosen) {
        addListener(SiteChosen.class, event -> chosen.accept(event.site()));
    }

    /** A person chose a site on the map. */
    @DomEvent("site-chosen")
    public static final class SiteChosen extends ComponentEvent<SiteMap> {

        private final String site;

        public SiteChosen(SiteMap source, boolean fromClient, @EventData("event.detail.key") String site) {
            super(source, fromClient);
            this.site = site;
        }

        String site() {
            return site;
        }
    }
}
