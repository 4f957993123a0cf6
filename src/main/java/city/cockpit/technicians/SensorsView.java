package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.fleet.Condition;
import city.cockpit.fleet.Fleet;
import city.cockpit.fleet.FleetPicture;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.Domain;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensors;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.ClusterMap;
import city.cockpit.uikit.SearchField;
import city.cockpit.uikit.SiteMarkerBoard;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** All sensors and how they are: what has to be looked after comes first. */
@Route(value = "sensors", layout = AdministrationLayout.class)
@Menu(title = "nav.sensors", order = 12)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class SensorsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PATH = "sensors";

    private final Wording words;
    private final Fleet fleet;
    private final Sensors sensors;
    private final Paragraph lead = new Paragraph();
    private final Paragraph note = new Paragraph();
    private final SearchField search;
    private final Select<Domain> domains = new Select<>();
    private final ComboBox<Place> sites = new ComboBox<>();
    private final Select<SensorFilter.Order> orders = new Select<>();
    private final List<Choice> choices = new ArrayList<>();
    private final SensorRows rows;
    private final SensorSpots spots;
    private final SiteMarkerBoard board;
    private final LiveCity city;
    private final Div map = new Div();
    private final NativeButton asList;
    private final NativeButton asMap;
    private Optional<ClusterMap> drawn = Optional.empty();
    private SensorFilter filter = SensorFilter.ALL;
    private Optional<FleetPicture> shown = Optional.empty();
    private boolean entering;

    SensorsView(Wordings wordings, Fleet fleet, Sensors sensors, SiteMarkerBoard board, LiveCity city, Beat beat) {
        this.words = wordings.ofThisPage();
        this.fleet = fleet;
        this.sensors = sensors;
        lead.addClassName("lead");
        note.addClassName("rows-note");
        note.getElement().setAttribute("role", "status");
        search = new SearchField(words.text("sensors.search"), () -> narrow(filter.search(searched())));
        rows = new SensorRows(words);
        spots = new SensorSpots(words);
        this.board = board;
        this.city = city;
        map.addClassName("sites-map");
        map.setVisible(false);
        asList = new NativeButton(words.text("sites.list"), click -> openMap(false));
        asMap = new NativeButton(words.text("sites.map"), click -> openMap(true));
        addClassName("sensors");
        add(head(), buttons(), tools(), note, rows, map);
        press(false);
        beat.follow(this, this::look);
    }

    private Div head() {
        var add = new StreetLink("sensors/new", words.text("sensors.new"));
        add.addClassNames("button", "main-way");
        var ways = new Div(
                add,
                new Anchor("sensors/import", words.text("sensors.way.import")),
                new Anchor("labels", words.text("sensors.way.labels")));
        ways.addClassName("panel-buttons");
        var head = new Div(new Div(new H1(words.text("sensors.title")), lead), ways);
        head.addClassNames("figure-head", "sensors-head");
        return head;
    }

    /** A choice stands as a button with the number of sensors that it leaves. */
    private final class Choice extends NativeButton {

        private final Span count = new Span();

        Choice(String label, SensorFilter chosen) {
            super();
            count.addClassName("count");
            add(new Span(label), count);
            addClickListener(click -> narrow(isChosen(chosen) ? withChoice(SensorFilter.ALL) : withChoice(chosen)));
        }

        void show(long sensors, boolean pressed, boolean always) {
            count.setText(words.formats().count(sensors));
            getElement().setAttribute("aria-pressed", String.valueOf(pressed));
            setVisible(always || pressed || sensors > 0);
        }
    }

    private boolean isChosen(SensorFilter one) {
        return filter.which() == one.which() && filter.condition().equals(one.condition());
    }

    private SensorFilter withChoice(SensorFilter chosen) {
        return chosen.condition().map(filter::condition).orElseGet(() -> filter.which(chosen.which()));
    }

    private Div buttons() {
        var bar = new Div();
        bar.addClassNames("site-domains", "sensor-choices");
        bar.getElement().setAttribute("role", "group");
        bar.getElement().setAttribute("aria-label", words.text("sensors.choices"));
        everyChoice((label, chosen) -> {
            var choice = new Choice(label, chosen);
            choices.add(choice);
            bar.add(choice);
        });
        return bar;
    }

    /** In the order in which they stand. */
    private void everyChoice(BiConsumer<String, SensorFilter> each) {
        for (var which : List.of(SensorFilter.Which.ALL, SensorFilter.Which.TROUBLED))
            each.accept(words.text("sensors.which." + which), SensorFilter.ALL.which(which));
        for (var condition : Condition.values())
            each.accept(words.text("sensors.condition." + condition), SensorFilter.ALL.condition(condition));
        for (var which :
                List.of(SensorFilter.Which.MAINTENANCE, SensorFilter.Which.INTERNAL, SensorFilter.Which.RETIRED))
            each.accept(words.text("sensors.which." + which), SensorFilter.ALL.which(which));
    }

    private Div tools() {
        domains.setAriaLabel(words.text("sensors.domain"));
        domains.setItems(Domain.values());
        domains.setEmptySelectionAllowed(true);
        domains.setEmptySelectionCaption(words.text("sensors.domain.any"));
        domains.setItemLabelGenerator(
                domain -> domain == null ? words.text("sensors.domain.any") : words.text("domain." + domain));
        domains.addValueChangeListener(change -> narrow(filter.domain(Optional.ofNullable(change.getValue()))));
        sites.setAriaLabel(words.text("sensors.site"));
        sites.setPlaceholder(words.text("sensors.site.any"));
        sites.setClearButtonVisible(true);
        sites.setItemLabelGenerator(SensorsView::label);
        sites.setItems(query -> {
            var wanted = query.getFilter().orElse("").strip().toLowerCase(Locale.ROOT);
            return sensors.listPlaces().stream()
                    .filter(place -> label(place).toLowerCase(Locale.ROOT).contains(wanted))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        sites.addValueChangeListener(change -> narrow(filter.site(
                Optional.ofNullable(change.getValue()).map(Place::key).orElse(""))));
        orders.setAriaLabel(words.text("sensors.order"));
        orders.setItems(SensorFilter.Order.values());
        orders.setItemLabelGenerator(order -> words.text("sensors.order." + order));
        orders.addValueChangeListener(change -> narrow(filter.order(change.getValue())));
        var looks = new Div(asList, asMap);
        looks.addClassName("ranges");
        looks.getElement().setAttribute("role", "group");
        looks.getElement().setAttribute("aria-label", words.text("sensors.look"));
        var tools = new Div(search, domains, sites, orders, looks);
        tools.addClassNames("list-tools", "sensor-tools");
        return tools;
    }

    /** It is drawn when somebody wants to see it, and only then told what stands on it. */
    private void openMap(boolean open) {
        press(open);
        rows.setVisible(!open);
        orders.setVisible(!open);
        map.setVisible(open);
        map.removeAll();
        drawn = Optional.empty();
        if (open) {
            var opened = board.newClusterMap(words, city.picture());
            opened.onChoice(this::choose);
            map.add(opened);
            drawn = Optional.of(opened);
        }
        show(fleet.picture());
    }

    /** A site with one sensor leads to that, one with several to the list of them. */
    private void choose(String site) {
        var there = filter.site(site).of(fleet.picture());
        if (there.size() == 1)
            UI.getCurrentOrThrow()
                    .navigate("sensors/" + there.getFirst().sensor().id());
        else
            sensors.findPlace(site).ifPresent(place -> {
                openMap(false);
                sites.setValue(place);
            });
    }

    private void press(boolean open) {
        asList.getElement().setAttribute("aria-pressed", String.valueOf(!open));
        asMap.getElement().setAttribute("aria-pressed", String.valueOf(open));
    }

    private static String label(Place place) {
        return place.site().district().isEmpty()
                ? place.site().title()
                : place.site().title() + ", " + place.site().district();
    }

    private String searched() {
        return search.getValue().strip();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = SensorFilter.in(event.getLocation().getQueryParameters());
        entering = true;
        search.setValue(filter.search());
        domains.setValue(filter.domain().orElse(null));
        sites.setValue(sensors.findPlace(filter.site()).orElse(null));
        orders.setValue(filter.order());
        entering = false;
        show(fleet.picture());
    }

    private void narrow(SensorFilter next) {
        if (entering || next.equals(filter)) return;
        filter = next;
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location(PATH, filter.address()));
        show(fleet.picture());
    }

    private void look() {
        var latest = fleet.picture();
        // Before somebody enters nobody knows what is wanted.
        if (shown.isPresent() && !shown.get().equals(latest)) show(latest);
    }

    private void show(FleetPicture picture) {
        shown = Optional.of(picture);
        var found = filter.of(picture);
        if (drawn.isPresent()) drawn.get().show(spots.of(found));
        else rows.show(found, picture.at());
        lead.setText(
                picture.sensors().isEmpty()
                        ? words.text("sensors.none")
                        : words.text(
                                "sensors.lead",
                                picture.active(),
                                picture.troubled(),
                                words.formats().count(picture.active()),
                                words.formats().count(picture.troubled())));
        note.setText(
                found.isEmpty() && !picture.sensors().isEmpty()
                        ? words.text("sensors.search.none")
                        : told(found.size(), picture));
        note.setVisible(!note.getText().isEmpty());
        var counts = SensorFilter.counts(picture);
        var buttons = choices.iterator();
        everyChoice((label, chosen) -> buttons.next()
                .show(
                        chosen.condition()
                                .map(condition -> (long) picture.count(condition))
                                .orElseGet(() -> counts.getOrDefault(chosen.which(), 0L)),
                        isChosen(chosen),
                        Stream.of(SensorFilter.Which.ALL, SensorFilter.Which.TROUBLED)
                                .anyMatch(which -> chosen.equals(SensorFilter.ALL.which(which)))));
    }

    private String told(int found, FleetPicture picture) {
        return found == picture.sensors().size() || !filter.isNarrow()
                ? ""
                : words.text("sensors.found", (long) found, words.formats().count(found));
    }

    @Override
    public String getPageTitle() {
        return words.text("sensors.title");
    }
}
