package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Day and time of the town, told by the browser itself. */
@Tag("city-clock")
@JsModule("./city-clock.ts")
final class TownClock extends Component {

    TownClock(Wording words) {
        getElement().setAttribute("zone", words.formats().zone().getId());
    }
}
