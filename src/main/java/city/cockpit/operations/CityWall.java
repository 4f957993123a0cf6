package city.cockpit.operations;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/**
 * What a screen on the wall does by itself: shows one scene after the other, moves a little so that nothing burns in, dims
 * at night, and says so when it hears nothing of the server, until it does again.
 */
@Tag("city-wall")
@JsModule("./city-wall.ts")
final class CityWall extends Component implements HasComponents {

    CityWall(Wording words, Runnable beat) {
        getElement().setAttribute("zone", words.formats().zone().getId());
        getElement().setAttribute("old", words.text("wall.old"));
        getElement().addEventListener("wall-beat", event -> beat.run());
    }

    /** The server is there, and the link is good. */
    void hears(Instant now) {
        getElement().setAttribute("heard", String.valueOf(now.toEpochMilli()));
    }

    /** There is nothing to wait for any more. */
    void rests() {
        getElement().removeAttribute("heard");
        getElement().setAttribute("resting", true);
    }
}
