package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Domain;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A button that opens the map and the list of the sites: nothing of a map is loaded before. */
public final class SitesOnDemand extends Composite<Div> {

    private final Wording words;
    private final SiteMarkerBoard board;
    private final Optional<Domain> only;
    private final NativeButton button;
    private @Nullable SiteCard card;
    private @Nullable CityPicture newest;

    public SitesOnDemand(Wording words, SiteMarkerBoard board) {
        this(words, board, Optional.empty());
    }

    /** @param only of which domain the map tells; all can be chosen without */
    public SitesOnDemand(Wording words, SiteMarkerBoard board, Optional<Domain> only) {
        this.only = only;
        this.words = words;
        this.board = board;
        button = new NativeButton(words.text("sites.show-map"), click -> open());
        button.addClassName("button");
        getContent().addClassName("sites-on-demand");
        getContent().add(button);
        setVisible(false);
    }

    /** Shows what the picture says where the map is open; nothing while there are no sites. */
    public void show(CityPicture picture) {
        newest = picture;
        setVisible(!picture.series().isEmpty());
        if (card != null) card.show(picture);
    }

    private void open() {
        if (newest == null) return;
        var opened = new SiteCard(words, board, only);
        opened.show(newest);
        card = opened;
        getContent().removeAll();
        getContent().add(opened);
    }
}
