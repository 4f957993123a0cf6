package city.cockpit.uikit;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.Location;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One field of city life at a glance, see {@link TileMould}; a value that is not current is grey. */
@Tag("city-tile")
@JsModule("./city-tile.ts")
public final class CityTile extends Printed {

    private final boolean isWordsFirst;
    private boolean offersMore;
    private @Nullable TileFace face;

    public CityTile(Wording words) {
        this(words, false);
    }

    /** One that says in words what the number means before it says the number. */
    public static CityTile wordsFirst(Wording words) {
        return new CityTile(words, true);
    }

    private CityTile(Wording words, boolean isWordsFirst) {
        super(words);
        this.isWordsFirst = isWordsFirst;
        getElement().setAttribute("role", "article");
        getElement().setAttribute("class", isWordsFirst ? "tile words-first" : "tile");
        addListener(ProofAsked.class, asked -> proof());
    }

    /** Shows a button for more. */
    void offerMore(Runnable open) {
        offersMore = true;
        addListener(MoreAsked.class, asked -> open.run());
    }

    /**
     * Shows the face.
     *
     * @param about what the town promised about the value
     */
    public void show(TileFace next, Optional<Promised> about) {
        if (face == null || !next.anchor().equals(face.anchor())) setId(next.anchor());
        if (face == null || next.state() != face.state())
            getElement().setAttribute("data-state", next.state().name().toLowerCase(Locale.ROOT));
        face = next;
        show(new TileMould(next, about, isWordsFirst, offersMore));
    }

    /** To the number that stands there, not to the newest one that the link has. */
    private void proof() {
        Optional.ofNullable(face)
                .flatMap(TileFace::proof)
                .map(Location::new)
                .ifPresent(number -> UI.getCurrentOrThrow().navigate(number.getPath(), number.getQueryParameters()));
    }

    /** A person asks what proves the number. */
    @DomEvent("tile-proof")
    public static final class ProofAsked extends ComponentEvent<CityTile> {
        public ProofAsked(CityTile source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** A person asks for the ways on from the tile. */
    @DomEvent("tile-more")
    public static final class MoreAsked extends ComponentEvent<CityTile> {
        public MoreAsked(CityTile source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
