package city.cockpit.uikit;

import city.cockpit.measurement.Town;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives each reader the wording of his or her language in the time of the town. */
@Component
public class Wordings {

    private final Town town;

    Wordings(Town town) {
        this.town = town;
    }

    public Town town() {
        return town;
    }

    public Wording in(Locale locale) {
        return new Wording(locale, town.zone());
    }

    /** The wording of the page that is being built; only on a thread of that page. */
    public Wording ofThisPage() {
        return in(UI.getCurrentOrThrow().getLocale());
    }
}
