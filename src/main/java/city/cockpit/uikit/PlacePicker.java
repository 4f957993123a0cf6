package city.cockpit.uikit;

import city.cockpit.basemap.BaseLayer;
import city.cockpit.measurement.Site;
import com.vaadin.flow.component.Component;
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
import tools.jackson.databind.json.JsonMapper;

/** A place on a map: a pin in the middle, the map moves beneath it. Made by {@link PlacePickers}. */
@Tag("place-picker")
@JsModule("./place-picker.ts")
@NpmPackage(value = "ol", version = "10.11.0")
public final class PlacePicker extends Component {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where somebody put the pin, in degrees. */
    public interface Listener {
        void picked(double latitude, double longitude);
    }

    PlacePicker(Wording words, Optional<BaseLayer> base, boolean boundary, boolean demoPlan, List<Site> sites) {
        var texts = new HashMap<String, String>();
        for (var name : List.of("zoomIn", "zoomOut", "unreachable", "failed"))
            texts.put(name, words.text("map." + name, "{0}"));
        for (var name : List.of("here", "locating", "denied", "unknown", "insecure", "inexact", "map"))
            texts.put(name, words.text("place." + name, "{0}"));
        getElement().setProperty("words", JSON.writeValueAsString(texts));
        base.ifPresent(layer -> getElement().setProperty("base", JSON.writeValueAsString(layer)));
        if (boundary) getElement().setProperty("boundary", "town/boundary.geojson");
        getElement().setProperty("plan", demoPlan);
        getElement()
                .setProperty(
                        "spots",
                        JSON.writeValueAsString(sites.stream()
                                .map(site -> spot(site.title(), site.latitude(), site.longitude()))
                                .toList()));
    }

    private static Map<String, Object> spot(String title, double latitude, double longitude) {
        return Map.of("title", title, "latitude", latitude, "longitude", longitude);
    }

    /** Where the pin stands at first; before the map is shown. */
    public void startAt(double latitude, double longitude) {
        getElement().setProperty("place", JSON.writeValueAsString(spot("", latitude, longitude)));
    }

    /** Puts the pin there; the listeners do not hear of it. */
    public void moveTo(double latitude, double longitude) {
        startAt(latitude, longitude);
        getElement().callJsFunction("moveTo", latitude, longitude);
    }

    /** Asks the telephone where it is. Browsers want a person's click for it. */
    public void locate() {
        getElement().callJsFunction("locate");
    }

    /** Calls when somebody moves the pin or asks for the own place. */
    public void onPick(Listener listener) {
        addListener(PlacePicked.class, event -> listener.picked(event.latitude, event.longitude));
    }

    /** Somebody moved the pin. */
    @DomEvent("place-picked")
    public static final class PlacePicked extends ComponentEvent<PlacePicker> {

        private final double latitude;
        private final double longitude;

        public PlacePicked(
                PlacePicker source,
                boolean fromClient,
                @EventData("event.detail.latitude") double latitude,
                @EventData("event.detail.longitude") double longitude) {
            super(source, fromClient);
            this.latitude = latitude;
            this.longitude = longitude;
        }
    }
}
