package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.measurement.SeriesId;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A site on a page of its own; a map of its surroundings opens on demand. */
public final class SitePage extends Composite<Div> {

    private final Wording words;
    private final SiteMarkerBoard board;
    private final SitePanel panel;
    private final NativeButton button;
    private final Div place = new Div();
    private @Nullable SiteMap map;
    private @Nullable CityPicture newest;
    private String shown = "";

    public SitePage(Wording words, SiteMarkerBoard board) {
        this.words = words;
        this.board = board;
        panel = new SitePanel(words, new H1());
        button = new NativeButton(words.text("sites.on-map"), click -> openMap());
        button.addClassName("button");
        place.addClassName("sites-on-demand");
        place.add(button);
        getContent().addClassName("site-page");
        getContent().add(panel, place);
    }

    /** Name of the site as people know it; empty if nothing was ever measured there. */
    public Optional<String> titleOf(CityPicture picture, String site) {
        return SiteStates.find(picture, site).map(states -> states.site().title());
    }

    /** From now on leads on from a value to what was promised about it. */
    public void leadTo(Function<SeriesId, Optional<Promised>> promises) {
        panel.leadTo(promises);
    }

    /** Shows what the picture says of the site of that key. */
    public void show(CityPicture picture, String site) {
        newest = picture;
        if (!site.equals(shown)) closeMap();
        shown = site;
        SiteStates.find(picture, site).ifPresent(states -> panel.show(states, picture));
        if (map != null) map.show(board.draw(picture, words));
    }

    private void openMap() {
        if (newest == null) return;
        var opened = board.newMap(words);
        board.layPlan(opened, newest);
        opened.centreOn(shown);
        opened.show(board.draw(newest, words));
        opened.onChoice(site -> UI.getCurrentOrThrow().navigate("site/" + site));
        map = opened;
        place.removeAll();
        place.add(opened);
    }

    private void closeMap() {
        map = null;
        place.removeAll();
        place.add(button);
    }
}
