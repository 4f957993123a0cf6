package city.cockpit.operations;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.TileBoard;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.local.ValueSignal;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** One domain a step deeper: every series of it as a tile that leads to its chart. */
@Route(value = "cockpit/:domain", layout = CockpitLayout.class)
@PermitAll
final class DomainView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final TileFaces faces;
    private final H1 heading = new H1();
    private final Anchor history = new Anchor("");
    private final TileBoard<SeriesId> board;
    private final ValueSignal<Optional<Domain>> chosen = new ValueSignal<>(Optional.empty());
    private String title = "";

    DomainView(Wordings wordings, LivePicture pictures) {
        this.words = wordings.ofThisPage();
        this.faces = new TileFaces(words);
        this.board = new TileBoard<>(words);
        board.addClassName("series");
        var way = new Nav(new Anchor("cockpit", words.text("operations.back")), history);
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        add(way, heading, board);
        pictures.follow(this, picture -> chosen.get().ifPresent(domain -> show(picture, domain)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var domain = event.getRouteParameters()
                .get("domain")
                .flatMap(TileFaces::domain)
                .orElseThrow(NotFoundException::new);
        var name = words.text("domain." + domain);
        title = name;
        heading.setText(name);
        history.setText(words.text("operations.history"));
        history.setHref("history/" + TileFaces.slug(domain));
        chosen.set(Optional.of(domain));
    }

    private void show(CityPicture picture, Domain domain) {
        var series = picture.series().values().stream()
                .filter(state -> state.series().property().domain() == domain)
                .sorted(Comparator.<SeriesState, String>comparing(
                                state -> state.series().property().name(words.locale()))
                        .thenComparing(state -> state.series().place()))
                .map(state -> state.series().id())
                .toList();
        board.show(
                series, id -> faces.of(Objects.requireNonNull(picture.series().get(id)), href(domain, id)));
    }

    private static String href(Domain domain, SeriesId series) {
        return "history/" + TileFaces.slug(domain) + "/" + series;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
