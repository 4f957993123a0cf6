package city.cockpit.uikit;

import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
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

    /** The wording of the page that is being built, also in the first response to its reader; only on their thread. */
    public Wording ofThisPage() {
        var page = UI.getCurrent();
        return in(page == null ? VaadinSession.getCurrent().getLocale() : page.getLocale());
    }
}
