package city.cockpit.operations;

import city.cockpit.alerts.IncidentPicture;
import city.cockpit.alerts.RuleWords;
import city.cockpit.live.Attention;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import city.cockpit.planning.ProgressStrip;
import city.cockpit.planning.Promises;
import city.cockpit.uikit.AttentionList;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.CitySentence;
import city.cockpit.uikit.SiteCard;
import city.cockpit.uikit.SiteMarkerBoard;
import city.cockpit.uikit.TileBoard;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import java.util.function.Supplier;

/** What a screen on the wall shows in turn: the tiles, the map with what needs attention, and the town's promises. */
final class WallScenes extends Div {

    /** What a wall has room for. */
    private static final int MOST_INCIDENTS = 5;

    private final Wording words;
    private final CityFaces faces;
    private final CitySentence sentence = new CitySentence("wall");
    private final TileBoard<Domain> board;
    private final SiteCard sites;
    private final AttentionList attention;
    private final IncidentList incidents;
    private final Supplier<IncidentPicture> open;
    private final ProgressStrip strip;
    private final PulseLine pulse;

    /** @param open the incidents that may be told here */
    WallScenes(
            Wording words,
            CityFaces faces,
            SiteMarkerBoard markers,
            Promises promises,
            Pulse flow,
            Supplier<IncidentPicture> open,
            RuleWords ruleWords) {
        this.words = words;
        this.faces = faces;
        this.open = open;
        incidents = new IncidentList(words, ruleWords, false, MOST_INCIDENTS);
        board = new TileBoard<>(words);
        board.addClassName("dense");
        sites = new SiteCard(words, markers);
        attention = new AttentionList(words);
        strip = new ProgressStrip(words, promises);
        pulse = new PulseLine(words, flow, faces);
        addClassName("wall-scenes");
        var side = new Div(incidents, attention);
        side.addClassName("wall-side");
        add(sentence, scene("tiles", board), scene("map", sites, side), scene("promises", strip), pulse);
    }

    /** Nobody touches a wall, and nobody reads it aloud: what it says in a sentence stands above. */
    private static Section scene(String name, Component... parts) {
        var scene = new Section(parts);
        scene.addClassNames("wall-scene", "wall-" + name);
        scene.getElement().setAttribute("inert", true);
        return scene;
    }

    void show(CityPicture picture) {
        var troubles = open.get();
        sentence.show(Headline.of(picture, troubles, faces, words));
        board.show(
                Attention.order(picture).stream().map(DomainState::domain).toList(),
                faces.ofStaff(picture, words),
                domain -> Optional.empty());
        sites.show(picture);
        incidents.setVisible(troubles.count() > 0);
        incidents.show(troubles, picture.at());
        attention.show(
                picture,
                faces,
                troubles.count() > 0
                        ? MOST_INCIDENTS - Math.min(MOST_INCIDENTS, troubles.count())
                        : MOST_INCIDENTS + 1);
        strip.show();
        pulse.show(picture);
    }
}
