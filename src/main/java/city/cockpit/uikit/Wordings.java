package city.cockpit.uikit;

import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives each reader the wording of his or her language in the time of the town. */
@Component
public class Wordings {

    private final TownSource home;

    Wordings(TownSource home) {
        this.home = home;
    }

    public Town town() {
        return home.town();
    }

    public Wording in(Locale locale) {
        return new Wording(locale, () -> home.town().zone());
    }

    /** The wording of the page that is being built; only on a thread of that page. */
    public Wording ofThisPage() {
        return in(UI.getCurrentOrThrow().getLocale());
    }
}
