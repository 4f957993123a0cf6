package city.cockpit.operations;

import city.cockpit.access.Role;
import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Site;
import city.cockpit.planning.Promises;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.SeriesGroup;
import city.cockpit.uikit.TileBoard;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.TileWays;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.local.ValueSignal;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One domain a step deeper: every series of it as a tile that leads to its chart. */
@Route(value = "cockpit/:domain", layout = CockpitLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.STAFF, Role.Name.TECHNICIAN, Role.Name.STRATEGY_EDITOR})
final class DomainView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final TileFaces faces;
    private final Promises promises;
    private final LivePicture pictures;
    private final H1 heading = new H1();
    private final Anchor history = new Anchor("");
    private final Map<String, Group> sections = new HashMap<>();
    private final ValueSignal<Optional<Domain>> chosen = new ValueSignal<>(Optional.empty());
    private String title = "";

    DomainView(Wordings wordings, LivePicture pictures, Promises promises) {
        this.pictures = pictures;
        this.promises = promises;
        this.words = wordings.ofThisPage();
        this.faces = new TileFaces(words);
        var way = new Nav(new Anchor("cockpit", words.text("operations.back")), history);
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        add(way, heading);
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
        sections.values().forEach(this::remove);
        sections.clear();
        chosen.set(Optional.of(domain));
    }

    private void show(CityPicture picture, Domain domain) {
        for (var group : SeriesGroup.of(picture, domain, words.locale()))
            sections.computeIfAbsent(group.property().key(), key -> section(group))
                    .show(picture, group);
    }

    private Group section(SeriesGroup group) {
        var section = new Group(group.property().name(words.locale()));
        add(section);
        return section;
    }

    /** The places of one observed property. */
    private final class Group extends Section {

        private final TileBoard<SeriesId> board = new TileBoard<>(words);
        private final UnorderedList crowded = new UnorderedList();
        private List<Site> sites = List.of();

        Group(String name) {
            board.addClassName("series");
            board.offer(DomainView.this::ways);
            addClassName("series-group");
            crowded.addClassName("crowded");
            add(new H2(name), board, crowded);
        }

        void show(CityPicture picture, SeriesGroup group) {
            board.show(
                    group.alone().stream().map(state -> state.series().id()).toList(),
                    id -> faces.ofPlaceForStaff(
                            Objects.requireNonNull(picture.series().get(id)),
                            picture,
                            href(group.property().domain(), id)),
                    promises::about);
            crowded.setVisible(!group.crowded().isEmpty());
            if (group.crowded().equals(sites)) return;
            sites = group.crowded();
            crowded.removeAll();
            sites.forEach(site -> crowded.add(new ListItem(new Anchor("site/" + site.key(), site.title()))));
        }
    }

    private TileWays ways(SeriesId id) {
        var picture = pictures.picture();
        var state = picture.find(id).orElseThrow();
        var face = faces.ofPlaceForStaff(
                state, picture, href(state.series().property().domain(), id));
        return TileWays.of(state, picture, face, words);
    }

    private static String href(Domain domain, SeriesId series) {
        return "history/" + TileFaces.slug(domain) + "/" + series;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
