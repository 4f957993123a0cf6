package city.cockpit.operations;

import city.cockpit.access.Role;
import city.cockpit.live.Attention;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import city.cockpit.planning.ProgressStrip;
import city.cockpit.planning.Promises;
import city.cockpit.uikit.AttentionList;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.CitySentence;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.SiteCard;
import city.cockpit.uikit.SiteMarkerBoard;
import city.cockpit.uikit.TileBoard;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * The cockpit of city staff on one screen: a sentence with the exceptions, the tiles with what needs attention first, the
 * series behind it at the side, and how the readings flow at the bottom.
 */
@Route(value = "cockpit", layout = CockpitLayout.class)
@Menu(title = "nav.operations", order = 2)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN, Role.Name.STRATEGY_EDITOR})
final class OperationsView extends Main implements HasDynamicTitle {

    private final Wordings wordings;
    private final Wording words;
    private final CitySentence sentence = new CitySentence("cockpit");
    private final CityFaces faces;
    private final TileBoard<Domain> board;
    private final AttentionList attention;
    private final SiteCard sites;
    private final FirstSteps firstSteps;
    private final Div side;
    private final Promises promises;
    private final ProgressStrip strip;
    private final PulseLine pulse;

    OperationsView(
            Wordings wordings,
            LivePicture pictures,
            CityFaces faces,
            Pulse flow,
            SiteMarkerBoard markers,
            Promises promises) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.faces = faces;
        this.promises = promises;
        board = new TileBoard<>(words);
        board.addClassName("dense");
        attention = new AttentionList(words);
        sites = new SiteCard(words, markers);
        firstSteps = new FirstSteps(words);
        pulse = new PulseLine(words, flow);
        side = new Div(sites, attention);
        side.addClassName("cockpit-side");
        strip = new ProgressStrip(words, promises);
        var cockpit = new Div(board, side, strip);
        cockpit.addClassName("cockpit");
        add(sentence, firstSteps, cockpit, pulse);
        pictures.follow(this, this::show);
    }

    private void show(CityPicture picture) {
        var empty = picture.series().isEmpty();
        firstSteps.setVisible(empty);
        board.setVisible(!empty);
        side.setVisible(!empty);
        sentence.show(faces.exceptions(picture, words));
        board.show(
                Attention.order(picture).stream().map(DomainState::domain).toList(),
                faces.ofStaff(picture, words),
                promises::about);
        attention.show(picture);
        sites.show(picture);
        strip.show();
        pulse.show(picture);
    }

    @Override
    public String getPageTitle() {
        return words.text("operations.title", wordings.town().name());
    }
}
