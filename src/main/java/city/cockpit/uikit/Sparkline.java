package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The line of a day on a tile. Decoration: its numbers stand in the chart that the tile leads to. */
@Tag(Sparkline.TAG)
@JsModule("./city-sparkline.ts")
final class Sparkline extends Component {

    static final String TAG = "city-sparkline";

    Sparkline() {
        getElement().setAttribute("aria-hidden", "true");
    }

    void show(TileFace face) {
        show(face.points(), face.lowest(), face.highest());
    }

    void show(String points, String lowest, String highest) {
        getElement().setAttribute("points", points);
        getElement().setAttribute("low", lowest);
        getElement().setAttribute("high", highest);
    }
}
