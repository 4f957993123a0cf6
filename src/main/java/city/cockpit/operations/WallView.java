package city.cockpit.operations;

import city.cockpit.access.WallDoor;
import city.cockpit.access.WallDoor.Right;
import city.cockpit.alerts.IncidentPicture;
import city.cockpit.alerts.RuleWords;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.planning.Promises;
import city.cockpit.town.SavedTown;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.SiteMarkerBoard;
import city.cockpit.uikit.TownBrand;
import city.cockpit.uikit.TownClock;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The city on the wall of the town hall. Nobody is signed in there and nobody touches it: the link says what it may show.
 * Its secret stands behind the # of the address, which no server and no log gets to see, and stays there, so that the screen
 * finds its way back by itself. Every few seconds the screen says that it is there and is asked for its link again.
 */
@Route("wall")
@AnonymousAllowed
final class WallView extends Main implements HasDynamicTitle {

    /** Less than the time between two beats. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final IncidentPicture NO_INCIDENTS = new IncidentPicture(0, Instant.EPOCH, List.of());

    private final Wordings wordings;
    private final Wording words;
    private final LivePicture pictures;
    private final CityFaces faces;
    private final SiteMarkerBoard markers;
    private final Promises promises;
    private final Pulse flow;
    private final WallDoor door;
    private final Background background;
    private final LiveIncidents open;
    private final RuleWords ruleWords;
    private final InstantSource clock;
    private final CityWall wall;
    private final Div shown = new Div();
    private String secret = "";
    private Optional<Right> right = Optional.empty();

    WallView(
            Wordings wordings,
            LivePicture pictures,
            LiveTown town,
            CityFaces faces,
            SiteMarkerBoard markers,
            Promises promises,
            Pulse flow,
            WallDoor door,
            Background background,
            LiveIncidents open,
            ObservedProperties properties,
            SeriesCatalog catalog,
            InstantSource clock) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        this.faces = faces;
        this.markers = markers;
        this.promises = promises;
        this.flow = flow;
        this.door = door;
        this.background = background;
        this.open = open;
        this.ruleWords = new RuleWords(words.locale(), properties, catalog);
        this.clock = clock;
        addClassName("wall");
        shown.addClassName("wall-shown");
        var brand = new TownBrand(words.text("frame.product"));
        brand.getElement().setAttribute("inert", true);
        town.follow(this, now -> show(brand, now));
        wall = new CityWall(words, this::beat);
        wall.add(new Header(brand, new TownClock(words)), shown);
        add(wall);
    }

    private static void show(TownBrand brand, SavedTown town) {
        brand.show(town.profile().name(), town.profile().arms().path());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        say("wall.looking", "wall.looking.why");
        getElement().executeJs("""
            // Whoever enters another link is shown what that one opens.
            window.addEventListener('hashchange', () => location.reload(), { once: true });
            return location.hash.slice(1, 202);\
            """).then(String.class, this::open);
    }

    void open(String fromAddress) {
        secret = fromAddress;
        beat();
    }

    /** The screen is there, and its link is looked at again. */
    void beat() {
        var asked = ask();
        switch (asked) {
            case PUBLIC, WHOLE -> show(asked);
            case NONE -> close();
            case UNKNOWN -> {
                if (right.isEmpty()) say("wall.away", "wall.away.why");
            }
        }
        if (asked != Right.NONE) wall.hears(clock.instant());
    }

    /** Whoever waited for the database would keep the screen waiting, and that would take it for a server that is away. */
    private Right ask() {
        var request = VaadinRequest.getCurrent();
        var address = request == null ? "" : request.getRemoteAddr();
        return switch (background.askBriefly(() -> door.ask(secret, address), PATIENCE)) {
            case Answer.Known<Right>(var found) -> found;
            case Answer.Pending<Right>(), Answer.Unavailable<Right>() -> Right.UNKNOWN;
        };
    }

    private void show(Right next) {
        if (right.equals(Optional.of(next))) return;
        right = Optional.of(next);
        var scenes = new WallScenes(words, faces, markers, promises, flow, () -> incidents(next), ruleWords);
        shown.removeAll();
        shown.add(scenes);
        pictures.follow(scenes, next == Right.WHOLE, scenes::show);
    }

    /** They name what is internal, and people. */
    private IncidentPicture incidents(Right seen) {
        return seen == Right.WHOLE ? open.picture() : NO_INCIDENTS;
    }

    private void close() {
        right = Optional.empty();
        say("wall.closed", "wall.closed.why");
        wall.rests();
    }

    private void say(String what, String why) {
        var notice = new Div(new H1(words.text(what)), new Paragraph(words.text(why)));
        notice.addClassName("wall-notice");
        shown.removeAll();
        shown.add(notice);
    }

    @Override
    public String getPageTitle() {
        return words.text("wall.title", wordings.town().name());
    }
}
