package city.cockpit.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.fleet.PreviewFleet;
import city.cockpit.live.State;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.registry.Device;
import city.cockpit.registry.InMemorySensors;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Place;
import city.cockpit.registry.Placement;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.SeriesPlan;
import city.cockpit.registry.Stewardship;
import city.cockpit.registry.Visibility;
import city.cockpit.sitefacts.InMemorySiteFacts;
import city.cockpit.transfer.PreviewImports;
import city.cockpit.uikit.CityTile;
import city.cockpit.uikit.Printed;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.mocks.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A visitor without a browser in a made-up town, in German unless the test says otherwise. */
@SpringBootTest(classes = ScreensPreview.class, properties = "management.server.port=-1")
@ViewPackages(packages = "city.cockpit")
public abstract class ScreenTest extends SpringBrowserlessTest {

    protected static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");

    @Autowired
    protected PreviewCity city;

    @Autowired
    protected PreviewStore history;

    @Autowired
    protected PreviewRefusals refusals;

    @Autowired
    protected PreviewIncidents incidents;

    @Autowired
    protected PreviewAlerts alerts;

    @Autowired
    protected PreviewMaintenance maintenance;

    @Autowired
    protected PreviewFaults faults;

    @Autowired
    protected PreviewInbox inbox;

    @Autowired
    protected PreviewImports imports;

    @Autowired
    protected InMemorySensors sensors;

    @Autowired
    protected PreviewFleet fleet;

    @Autowired
    protected InMemorySiteFacts siteFacts;

    @Autowired
    protected PreviewCalendars calendars;

    private Locale language = Locale.GERMAN;

    @BeforeEach
    void anEmptyTown() {
        city.clear();
        city.publish(NOON);
        history.be(PreviewStore.Mood.PLAUSIBLE);
        refusals.clear();
        incidents.clear();
        alerts.clear();
        maintenance.clear();
        faults.clear();
        inbox.clear();
        imports.clear();
        sensors.clear();
        fleet.clear();
        siteFacts.clear();
        calendars.clear();
    }

    /** Everything that the town observes is registered; the sensor for air has a name of its own. */
    protected void registerTown() {
        for (var series : city.listSeries()) {
            var site = series.site();
            if (sensors.findPlace(site.key()).isEmpty()) sensors.savePlace(Place.of(site, ""), "tina");
            var id = series.id().sensor();
            sensors.register(
                    new Sensor(
                            id,
                            id.value().equals("air-markt") ? "Luft am Markt" : "",
                            site.key(),
                            Device.UNKNOWN,
                            Placement.UNKNOWN,
                            Stewardship.UNKNOWN,
                            SensorFacts.UNKNOWN,
                            Visibility.PUBLIC,
                            Phase.ACTIVE,
                            Optional.empty(),
                            OptionalInt.empty(),
                            series.simulated(),
                            List.of(SeriesPlan.of(series.id().propertyKey(), series.interval())),
                            0),
                    Optional.empty(),
                    "tina");
        }
    }

    /** A town with two car parks, one place for air and one for noise; all report at noon. */
    protected void aTownAtNoon() {
        city.with("parking-markt/parking_free", "Parkhaus Markt", 30, OptionalInt.of(180))
                .with("parking-bahnhof/parking_free", "Bahnhof P+R", 30, OptionalInt.of(320))
                .with("air-markt/pm2_5", "Markt", 60, OptionalInt.empty())
                .with("noise-markt/laeq", "Markt", 15, OptionalInt.empty());
        city.reports("parking-markt/parking_free", 0, NOON, State.LIVE)
                .reports("parking-bahnhof/parking_free", 214, NOON, State.LIVE)
                .reports("air-markt/pm2_5", 8.6, NOON, State.LIVE)
                .reports("noise-markt/laeq", 61.4, NOON, State.LIVE);
        city.publish(NOON);
    }

    protected void speak(Locale next) {
        language = next;
    }

    /** The visitor opens the address in a new page. */
    protected void open(String address) {
        var location = new Location(address);
        MockVaadin.closeCurrentUI(true);
        MockVaadin.createUI(this::newPage, VaadinSession.getCurrent());
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    private UI newPage() {
        var page = new MockedUI();
        page.setLocale(language);
        return page;
    }

    /** Lets what signals said reach the page. */
    protected void settle() {
        runPendingSignalsTasks();
        roundTrip();
    }

    /** Waits until what was asked for in the background, or the next picture, stands on the page. */
    protected void awaitOnPage(String words) {
        awaitThat(() -> assertThat(page()).contains(words));
    }

    /** Waits while the background works and its news reach the page. */
    protected void awaitThat(ThrowingRunnable holds) {
        await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            settle();
            holds.run();
        });
    }

    /** Everything that can be read on the page, in one line. */
    protected String page() {
        return UI.getCurrent()
                .getChildren()
                .map(child -> text(child.getElement()))
                .collect(Collectors.joining(" "));
    }

    /** Where the tile of that name leads. */
    protected String wayOfTile(String name) {
        return linksOfTiles().stream()
                .filter(link -> link.getText().equals(name))
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElseThrow();
    }

    /** All links that stand on tiles, in their order. */
    protected List<Element> linksOfTiles() {
        return linksOf(CityTile.class);
    }

    /** All links that stand on such parts of the page, in their order. */
    protected List<Element> linksOf(Class<? extends Printed> part) {
        return find(part).all().stream()
                .flatMap(printed -> printed.look().stream())
                .flatMap(look -> links(look.getElement()))
                .toList();
    }

    private static Stream<Element> links(Element element) {
        if (element.isTextNode() || !element.isVisible()) return Stream.empty();
        return element.getTag().equals("a")
                ? Stream.of(element)
                : element.getChildren().flatMap(ScreenTest::links);
    }

    /** Everything that can be read in the element, in one line. */
    protected static String text(Element element) {
        if (element.isTextNode()) return element.getText();
        if (!element.isVisible()) return "";
        return element.getComponent()
                .filter(Printed.class::isInstance)
                .map(Printed.class::cast)
                .flatMap(Printed::look)
                .map(Component::getElement)
                .orElse(element)
                .getChildren()
                .map(ScreenTest::text)
                .collect(Collectors.joining(" "))
                .replaceAll("[ \\n]+", " ")
                .strip();
    }
}
