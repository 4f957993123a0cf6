package city.cockpit.operations;

import city.cockpit.access.PageChoices;
import city.cockpit.access.Role;
import city.cockpit.alerts.OpenIncidents;
import city.cockpit.alerts.RuleWords;
import city.cockpit.live.Attention;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.planning.ProgressStrip;
import city.cockpit.planning.Promises;
import city.cockpit.uikit.AttentionList;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.CitySentence;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.SiteCard;
import city.cockpit.uikit.SiteMarkerBoard;
import city.cockpit.uikit.TileBoard;
import city.cockpit.uikit.TileWays;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;

/**
 * The cockpit of city staff on one screen: a sentence with the exceptions, the tiles with what needs attention first, the
 * map, the open incidents and the series behind them at the side, and how the readings flow at the bottom.
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
    private final IncidentList incidents;
    private final AttentionList attention;
    private final SiteCard sites;
    private final FirstSteps firstSteps;
    private final Div side;
    private final Promises promises;
    private final OpenIncidents open;
    private final ProgressStrip strip;
    private final PulseLine pulse;
    private final KeptTileOrder kept;
    private final ValueSignal<TileOrder> order;
    private final Text hidden = new Text("");
    private final NativeButton arrange;
    private List<Domain> byAttention = List.of();

    OperationsView(
            Wordings wordings,
            LivePicture pictures,
            CityFaces faces,
            Pulse flow,
            LiveTown town,
            PageChoices choices,
            AuthenticationContext visitor,
            SiteMarkerBoard markers,
            Promises promises,
            OpenIncidents open,
            ObservedProperties properties,
            SeriesCatalog catalog) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.faces = faces;
        this.promises = promises;
        this.open = open;
        board = new TileBoard<>(words);
        board.addClassName("dense");
        board.offer(domain -> ways(pictures.picture(), domain, town));
        incidents = new IncidentList(
                words,
                new RuleWords(words.locale(), properties, catalog),
                visitor.hasAnyRole(Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN));
        attention = new AttentionList(words);
        sites = new SiteCard(words, markers);
        firstSteps = new FirstSteps(words);
        pulse = new PulseLine(words, flow, faces);
        side = new Div(sites, incidents, attention);
        side.addClassName("cockpit-side");
        strip = new ProgressStrip(words, promises);
        kept = new KeptTileOrder(choices, visitor);
        order = new ValueSignal<>(kept.find());
        arrange = new NativeButton(words.text("tile-order.open"), click -> arrange());
        arrange.addClassName("link");
        var cockpit = new Div(board, side, strip);
        cockpit.addClassName("cockpit");
        var head = new Div(sentence, new Paragraph(hidden, arrange));
        head.addClassName("cockpit-head");
        addClassName("cockpit-page");
        add(head, firstSteps, cockpit, pulse);
        pictures.follow(this, this::show);
    }

    private TileWays ways(CityPicture picture, Domain domain, LiveTown town) {
        return TileWays.of(
                Objects.requireNonNull(picture.domains().get(domain)),
                picture,
                faces.ofStaff(picture, words).apply(domain),
                promises.about(domain),
                words,
                town.now().profile().contact());
    }

    private void arrange() {
        add(new TileOrderDialog(words, kept, order.peek(), byAttention, order::set, arrange::focus));
    }

    private void show(CityPicture picture) {
        var empty = picture.series().isEmpty();
        firstSteps.setVisible(empty);
        board.setVisible(!empty);
        side.setVisible(!empty);
        sentence.show(faces.exceptions(picture, words));
        byAttention = Attention.order(picture).stream().map(DomainState::domain).toList();
        var chosen = order.get();
        var shown = chosen.shown(byAttention);
        var left = byAttention.size() - shown.size();
        hidden.setText(left == 0 ? "" : words.text("tile-order.hidden", (long) left) + " ");
        arrange.setVisible(!empty);
        board.show(shown, faces.ofStaff(picture, words), promises::about);
        var troubles = open.picture();
        incidents.show(troubles, picture.at());
        // Behind most incidents stand the same series; the sheet of the incident names them.
        if (troubles.count() == 0) attention.show(picture, faces);
        else attention.show(picture, faces, 0);
        sites.show(picture);
        strip.show();
        pulse.show(picture);
    }

    @Override
    public String getPageTitle() {
        return words.text("operations.title", wordings.town().name());
    }
}
