package city.cockpit.uikit;

import city.cockpit.town.DataLicence;
import city.cockpit.town.SavedTown;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.Optional;

/** Who is responsible for this page and for whom it is: the ways to what the law wants, at the foot of every page. */
final class TownLinks extends Nav {

    private final Wording words;
    private final boolean administrator;
    private Optional<SavedTown> shown = Optional.empty();

    TownLinks(Wording words, boolean administrator) {
        this.words = words;
        this.administrator = administrator;
        addClassName("town-links");
        setAriaLabel(words.text("town.links"));
    }

    void show(SavedTown town) {
        if (shown.equals(Optional.of(town))) return;
        shown = Optional.of(town);
        removeAll();
        var profile = town.profile();
        if (!profile.contact().isEmpty()) add(to("imprint#contact", "town.contact"));
        if (!profile.texts().imprint().isEmpty()) add(to("imprint#imprint", "town.imprint"));
        else if (administrator) add(to("setup", "town.imprint.missing"));
        add(
                to("privacy", "town.privacy"),
                to("accessibility", "town.accessibility"),
                to("leichte-sprache", "town.easy"));
        if (profile.licence() != DataLicence.NONE) add(to("imprint#licence", "town.licence"));
    }

    private Anchor to(String page, String name) {
        return new Anchor(page, words.text(name));
    }
}
