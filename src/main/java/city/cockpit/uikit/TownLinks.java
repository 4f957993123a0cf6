package city.cockpit.uikit;

import city.cockpit.town.DataLicence;
import city.cockpit.town.SavedTown;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.Optional;

/** Who is responsible for this page: the ways to imprint, privacy, contact and licence at the foot of every page. */
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
        if (!profile.contact().isEmpty()) add(to("contact", "town.contact"));
        if (!profile.texts().imprint().isEmpty()) add(to("imprint", "town.imprint"));
        else if (administrator) add(new Anchor("setup", words.text("town.imprint.missing")));
        if (!profile.texts().privacy().isEmpty()) add(to("privacy", "town.privacy"));
        if (!profile.texts().accessibility().isEmpty()) add(to("accessibility", "town.accessibility"));
        if (profile.licence() != DataLicence.NONE) add(to("licence", "town.licence"));
        setVisible(getChildren().findAny().isPresent());
    }

    private Anchor to(String part, String name) {
        return new Anchor("imprint#" + part, words.text(name));
    }
}
