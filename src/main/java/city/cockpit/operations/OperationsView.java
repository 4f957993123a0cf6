package city.cockpit.operations;

import city.cockpit.access.PageChoices;
import city.cockpit.access.Role;
import city.cockpit.alerts.IncidentPicture;
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
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.CitySentence;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cockpit of city staff on one screen: a sentence with the exceptions, the tiles with what needs attention first, the
 * map, the open incidents and the series behind them at the side, and how the readings flow at the bottom.
 */
@Route(value = "cockpit", layout = CockpitLayout.class)
@Menu(title = "nav.operations", order = 2)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN, Role.Name.STRATEGY_EDITOR})
final class OperationsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

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
    private final ProgressStrip strip;
    private final PulseLine pulse;
    private final KeptTileOrder kept;
    private final ValueSignal<TileOrder> order;
    private final Text hidden = new Text("");
    private final NativeButton arrange;
    private final Paragraph nothing = new Paragraph();
    private final DayPlayer player;
    private List<Domain> byAttention = List.of();
    private @Nullable CityPicture shown;

    OperationsView(
            Wordings wordings,
            LivePicture pictures,
            CityFaces faces,
            Pulse flow,
            PageChoices choices,
            AuthenticationContext visitor,
            SiteMarkerBoard markers,
            Promises promises,
            LiveIncidents open,
            PastDays days,
            Background background,
            InstantSource clock,
            ObservedProperties properties,
            SeriesCatalog catalog) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.faces = faces;
        this.promises = promises;
        board = new TileBoard<>(words);
        board.addClassName("dense");
        board.offer(this::ways);
        incidents = new IncidentList(
                words,
                new RuleWords(words.locale(), properties, catalog),
                visitor.hasAnyRole(Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN),
                IncidentList.FEW);
        attention = new AttentionList(words);
        sites = new SiteCard(words, markers);
        firstSteps = new FirstSteps(words, visitor.hasAnyRole(Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN));
        pulse = new PulseLine(words, flow, faces);
        side = new Div(sites, incidents, attention);
        side.addClassName("cockpit-side");
        strip = new ProgressStrip(words, promises);
        kept = new KeptTileOrder(choices, background, visitor);
        order = new ValueSignal<>(kept.find());
        arrange = new NativeButton(words.text("tile-order.open"), click -> arrange());
        arrange.addClassName("link");
        player = new DayPlayer(words, days, clock);
        nothing.setText(words.text("player.nothing-then"));
        nothing.setVisible(false);
        var cockpit = new Div(board, side, strip);
        cockpit.addClassName("cockpit");
        var head = new Div(sentence, new Paragraph(hidden, arrange, player.opener()));
        head.addClassName("cockpit-head");
        addClassName("cockpit-page");
        add(player, head, firstSteps, nothing, cockpit, pulse);
        pictures.follow(this, player.isPast(), picture -> show(picture, open.picture()));
        Signal.effect(this, () -> player.moment().ifPresent(past -> show(past.picture(), past.incidents())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DayPlayer.in(event.getLocation().getQueryParameters()).ifPresentOrElse(player::open, player::leave);
    }

    private TileWays ways(Domain domain) {
        var picture = Objects.requireNonNull(shown);
        return TileWays.of(
                Objects.requireNonNull(picture.domains().get(domain)),
                picture,
                faces.ofStaff(picture, words).apply(domain),
                promises.about(domain),
                words);
    }

    private void arrange() {
        add(new TileOrderDialog(words, kept, order.peek(), byAttention, order::set, arrange::focus));
    }

    private void show(CityPicture picture, IncidentPicture troubles) {
        shown = picture;
        var empty = picture.series().isEmpty();
        var past = picture.isPast();
        getElement().setAttribute("data-past", past);
        firstSteps.show(empty && !past);
        nothing.setVisible(empty && past);
        sentence.setVisible(!empty || !past);
        board.setVisible(!empty);
        side.setVisible(!empty);
        sentence.show(Headline.of(picture, troubles, faces, words));
        byAttention = Attention.order(picture).stream().map(DomainState::domain).toList();
        var chosen = order.get();
        var tiles = chosen.shown(byAttention);
        var left = byAttention.size() - tiles.size();
        hidden.setText(left == 0 ? "" : words.text("tile-order.hidden", (long) left) + " ");
        arrange.setVisible(!empty && !past);
        player.opener().setVisible(!empty && !past);
        board.show(tiles, faces.ofStaff(picture, words), promises::about);
        incidents.show(troubles, picture.at());
        // Behind most incidents stand the same series; the sheet of the incident names them.
        if (troubles.count() == 0) attention.show(picture, faces);
        else attention.show(picture, faces, 0);
        sites.show(picture);
        // What is promised, and how the readings flow, is known of now alone: the style sheet hides it.
        if (past) return;
        strip.show();
        pulse.show(picture);
    }

    @Override
    public String getPageTitle() {
        return words.text("operations.title", wordings.town().name());
    }
}
