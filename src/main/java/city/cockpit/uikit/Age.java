package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.Optional;

/**
 * How long ago something was, told by the browser itself: it goes on ticking without the server. The exact time is the
 * title, and screen readers find it in the text beside.
 */
@Tag(Age.TAG)
@JsModule("./city-age.ts")
final class Age extends Component {

    static final String TAG = "city-age";

    Age(Wording words) {
        getElement().setAttribute("aria-hidden", "true");
        getElement().setAttribute("zone", words.formats().zone().getId());
    }

    void show(Optional<Instant> since, String moment) {
        getElement()
                .setAttribute(
                        "since",
                        since.map(time -> String.valueOf(time.toEpochMilli())).orElse(""));
        getElement().setAttribute("title", moment);
    }
}
