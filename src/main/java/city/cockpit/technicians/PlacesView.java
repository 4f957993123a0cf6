package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.Thresholds;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensors;
import city.cockpit.sitefacts.Fact;
import city.cockpit.sitefacts.ReferenceBuildings;
import city.cockpit.sitefacts.SiteFactBook;
import city.cockpit.sitefacts.SiteFactFiles;
import city.cockpit.sitefacts.SiteFacts;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.HoursWords;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.SearchField;
import city.cockpit.uikit.Side;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sites of the town and what no sensor tells of them: opening hours, special bays, the size of a building. */
@Route(value = "places/:site?", layout = AdministrationLayout.class)
@Menu(title = "nav.places", order = 25)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class PlacesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String UNKNOWN = "–";

    private final Wording words;
    private final Sensors sensors;
    private final SiteFactBook facts;
    private final ReferenceBuildings references;
    private final String technician;
    private final InstantSource clock;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final SearchField search;
    private final Rows rows;
    private final Paragraph none = new Paragraph();
    private final Side side;
    private Optional<Site> chosen = Optional.empty();

    PlacesView(
            Wordings wordings,
            Sensors sensors,
            SiteFactBook facts,
            SiteFactFiles files,
            Thresholds thresholds,
            AuthenticationContext visitor,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.sensors = sensors;
        this.facts = facts;
        this.references = new ReferenceBuildings(thresholds);
        this.technician = visitor.getPrincipalName().orElseThrow();
        this.clock = clock;
        attempt = new Attempt(words, message);
        var lead = new Paragraph(words.text("places.lead"));
        lead.addClassName("lead");
        var head = new Div(new Div(new H1(words.text("places.title")), lead));
        head.addClassName("figure-head");
        search = new SearchField(words.text("places.search"), this::list);
        rows = new Rows(words, "places.place", "places.hours", "places.bays", "places.building");
        none.setText(words.text("places.none"));
        none.addClassName("rows-note");
        var table = new NativeDetails(
                words.text("places.table"), new PlacesTable(words, files, references, technician, this::list));
        table.addClassName("places-table");
        side = new Side(this, new Div(head, message, search, table, rows, none), "places", words.text("places.back"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        side.close();
        chosen = event.getRouteParameters()
                .get("site")
                .map(key -> sensors.findPlace(key).map(Place::site).orElseThrow(NotFoundException::new));
        chosen.ifPresent(this::open);
        list();
    }

    private void open(Site site) {
        attempt.at(
                () -> facts.listFacts(site.key()),
                known -> side.open(
                        new SiteFactsForm(words, references, site, known, today(), changed -> save(site, changed))));
    }

    private LocalDate today() {
        return clock.instant().atZone(words.formats().zone()).toLocalDate();
    }

    private void save(Site site, List<Fact> changed) {
        attempt.at(
                () -> {
                    facts.save(site.key(), changed, technician);
                    return site;
                },
                done -> {
                    open(site);
                    list();
                    message.say(FormMessage.Kind.DONE, words.text("places.saved", site.title()));
                });
    }

    private void list() {
        rows.clear();
        var typed = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = sensors.listPlaces().stream()
                .map(Place::site)
                .filter(site -> (site.title() + " " + site.district())
                        .toLowerCase(Locale.ROOT)
                        .contains(typed))
                .sorted(Comparator.comparing(Site::title))
                .toList();
        found.forEach(this::add);
        none.setVisible(found.isEmpty());
    }

    private void add(Site site) {
        var known = facts.of(site.key());
        var way = new Anchor("places/" + site.key(), site.title());
        if (chosen.equals(Optional.of(site))) way.getElement().setAttribute("aria-current", "true");
        var about = new Div(way, new Span(site.district()));
        about.addClassName("rows-about");
        rows.addRow(
                        about,
                        new Span(hours(known)),
                        new Span(bays(known)),
                        new Span(known.building()
                                .map(building -> words.text(
                                        "topic.energy.kind-and-area",
                                        references.name(building.kind(), words.locale()),
                                        words.formats().count(building.squareMetres())))
                                .orElse(UNKNOWN)))
                .addClassName("rows-way");
    }

    private String hours(SiteFacts known) {
        var hoursWords = new HoursWords(words);
        return known.openingHours()
                .map(hours -> hours.isAlways() ? hoursWords.now(hours, clock.instant()) : hoursWords.week(hours))
                .orElse(UNKNOWN);
    }

    private String bays(SiteFacts known) {
        return known.bays().isEmpty()
                ? UNKNOWN
                : known.bays().entrySet().stream()
                        .map(bay -> words.text("bay.count." + bay.getKey(), (long) bay.getValue()))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String getPageTitle() {
        return words.text("places.title");
    }
}
