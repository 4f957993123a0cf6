package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Day and time of the town, told by the browser itself. */
@Tag("city-clock")
@JsModule("./city-clock.ts")
public final class TownClock extends Component {

    public TownClock(Wording words) {
        getElement().setAttribute("zone", words.formats().zone().getId());
    }
}
