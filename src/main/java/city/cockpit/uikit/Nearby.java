package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Domain;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The places near the reader and those that bear a star. Where the reader is and what bears a star stays in the browser: it
 * is sent every place as soon as somebody wants to see them, and chooses by itself. See decision record 0080.
 */
@Tag("city-nearby")
@JsModule("./city-nearby.ts")
public final class Nearby extends SiteFeed {

    private final Wording words;
    private final SiteMarkerBoard board;
    private @Nullable CityPicture latest;
    private boolean isOpen;

    /** @param only of which domain it tells; of all without */
    public Nearby(Wording words, SiteMarkerBoard board, Optional<Domain> only) {
        this.words = words;
        this.board = board;
        var texts = new HashMap<String, String>();
        for (var name : List.of(
                "title",
                "open",
                "here",
                "locating",
                "denied",
                "unknown",
                "insecure",
                "forget",
                "search",
                "hint",
                "none",
                "choose",
                "stars",
                "star",
                "unstar",
                "distance",
                "more",
                "private",
                "around",
                "your",
                "forgotten",
                "matches")) texts.put(name, words.text("nearby." + name, "{0}"));
        getElement().setProperty("words", JSON.writeValueAsString(texts));
        getElement().setProperty("domain", only.map(TileFaces::slug).orElse(""));
        addListener(Opened.class, event -> open());
    }

    private void open() {
        isOpen = true;
        if (latest != null) show(board.draw(latest, words));
    }

    /** Shows what the picture says; nothing is sent before somebody wants to see it. */
    public void show(CityPicture picture) {
        latest = picture;
        setVisible(!picture.series().isEmpty());
        if (isOpen) show(board.draw(picture, words));
    }

    /** The places are wanted. */
    @DomEvent("nearby-opened")
    public static final class Opened extends ComponentEvent<Nearby> {

        public Opened(Nearby source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
