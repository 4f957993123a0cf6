package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Says in plain sight when the browser lost the server, and since when. Also tells the browser the time of the server, so
 * that ages are right on a computer whose clock is wrong. A page of somebody whose session has ended is loaded anew.
 */
@Tag("city-connection")
@JsModule("./city-connection.ts")
final class Connection extends Component {

    Connection(Wording words, Instant now, boolean signedIn) {
        getElement().setAttribute("role", "status");
        getElement().setAttribute("server-time", String.valueOf(now.toEpochMilli()));
        getElement().setAttribute("lost", words.text("connection.lost"));
        getElement().setAttribute("signed-in", signedIn);
        zone(words.formats().zone());
    }

    /** The time zone in which it says since when. */
    void zone(ZoneId zone) {
        getElement().setAttribute("zone", zone.getId());
    }
}
