package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Thresholds;
import city.cockpit.planning.Promises;
import city.cockpit.sitefacts.SiteFactBook;
import city.cockpit.town.DataLicence;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.CopiedText;
import city.cockpit.uikit.LimitList;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.ReportAddress;
import city.cockpit.uikit.SiteMarkerBoard;
import city.cockpit.uikit.SitePage;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that is known of one site, under an address that people can pass on: values and charts of today, the devices, how
 * complete they are, the limits, and how to cite it. Works without the map.
 */
@Route(value = "site/:site", layout = CockpitLayout.class)
@AnonymousAllowed
final class SiteView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration RELOAD = Duration.ofMinutes(1);

    /** Single bays are summed up above; a chart of each says nothing. */
    private static final String BAY = "bay_occupied";

    private final Wording words;
    private final LivePicture pictures;
    private final SiteReader reader;
    private final Background background;
    private final SeriesCatalog catalog;
    private final Thresholds thresholds;
    private final InstantSource clock;
    private final SitePage page;
    private final SiteTold told;
    private final SiteCourses courses;
    private final SiteDevices devices;
    private final SiteRecords records;
    private final LimitList limits;
    private final CopiedText citation;
    private final Anchor poster;
    private final Anchor fault;
    private final LiveTown town;
    private final ValueSignal<String> chosen = new ValueSignal<>("");
    private final ValueSignal<Answer<Past>> answer = new ValueSignal<>(new Answer.Pending<>());
    private Answer<Past> shown = new Answer.Pending<>();
    private String asked = "";
    private Instant askedAt = Instant.MIN;
    private String title = "";

    /** What is known of the site of that key. */
    private record Past(String site, SitePast past) {}

    SiteView(
            Wordings wordings,
            LivePicture pictures,
            SiteMarkerBoard markers,
            SiteReader reader,
            Background background,
            SeriesCatalog catalog,
            Thresholds thresholds,
            LiveTown town,
            InstantSource clock,
            Promises promises,
            SiteFactBook facts) {
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        this.reader = reader;
        this.background = background;
        this.catalog = catalog;
        this.thresholds = thresholds;
        this.clock = clock;
        this.town = town;
        this.page = new SitePage(words, markers);
        page.leadTo(promises::aboutSensor);
        this.told = new SiteTold(words, facts);
        this.courses = new SiteCourses(words);
        this.devices = new SiteDevices(words);
        this.records = new SiteRecords(words);
        this.limits = new LimitList(words);
        this.citation = new CopiedText(words);
        this.poster = new Anchor("", words.text("poster.link"));
        this.fault = new Anchor("", words.text("report.link"));
        var way = new Nav(new Anchor("", words.text("nav.overview")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        poster.setRouterIgnore(true);
        var citing = new Section(
                new H2(words.text("site.cite")),
                new Paragraph(words.text("site.cite.why")),
                citation,
                new Paragraph(poster),
                new Paragraph(fault));
        addClassName("site-view");
        add(way, page, told, courses, devices, records, limits, citing);
        pictures.follow(this, picture -> follow(picture, chosen.get(), answer.get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters()
                .get("site")
                .filter(SensorId::isWellFormed)
                .orElseThrow(NotFoundException::new);
        var name = page.titleOf(pictures.picture(), key).orElseThrow(NotFoundException::new);
        title = words.text("sites.page-title", name);
        describe(key, name);
        chosen.set(key);
    }

    /** What does not change while the page is open. */
    private void describe(String key, String name) {
        var states = states(pictures.picture(), key);
        var series = states.stream().map(SeriesState::series).toList();
        devices.show(series, catalog);
        var now = clock.instant();
        limits.show(
                series.stream().map(Series::property).toList(),
                thresholds,
                now.atZone(words.formats().zone()).toLocalDate());
        var isPast = isPast(states);
        courses.setVisible(!isPast);
        records.setVisible(!isPast);
        if (isPast) limits.setVisible(false);
        citation.show(cited(name, series, now), "site/" + key);
        poster.setHref("poster/" + key + ".pdf?lang=" + words.locale().getLanguage());
        fault.setHref(ReportAddress.ofSite(key));
        poster.setVisible(!isPast && series.stream().anyMatch(Series::isPublic));
    }

    private String cited(String name, List<Series> series, Instant now) {
        var profile = town.now().profile();
        var place = series.isEmpty() || series.getFirst().site().district().isEmpty()
                ? name
                : name + ", " + series.getFirst().site().district();
        var text = words.text(
                "site.cite.text", profile.town().name(), place, words.formats().date(now), "{address}");
        var licensed = profile.licence() == DataLicence.NONE
                ? text
                : text + " " + words.text("site.cite.licence", profile.licence().title());
        return series.stream().anyMatch(Series::simulated)
                ? licensed + " " + words.text("site.cite.simulated")
                : licensed;
    }

    private void follow(CityPicture picture, String site, Answer<Past> latest) {
        page.show(picture, site);
        told.show(picture, site);
        var states = states(picture, site);
        if (isPast(states)) return;
        if (!site.equals(asked)) courses.loading();
        if (!states.isEmpty() && (!site.equals(asked) || picture.at().isAfter(askedAt.plus(RELOAD)))) {
            asked = site;
            askedAt = picture.at();
            background.ask(() -> new Past(site, reader.read(states, words)), answer);
        }
        if (!latest.equals(shown)) show(site, latest);
    }

    /** Whether nothing is measured there any more: then there is no day of today. */
    private static boolean isPast(List<SeriesState> states) {
        return states.stream().allMatch(state -> state.series().isRetired());
    }

    private static List<SeriesState> states(CityPicture picture, String site) {
        return picture.listAt(site).stream()
                .filter(state -> !state.series().property().key().equals(BAY))
                .sorted(Comparator.comparing(
                                (SeriesState state) -> state.series().property().domain())
                        .thenComparing(state -> state.series().id()))
                .toList();
    }

    /** An answer to an earlier question may come late: then it is none. */
    private void show(String site, Answer<Past> latest) {
        switch (latest) {
            case Answer.Pending<Past>() -> courses.loading();
            case Answer.Known<Past>(var found) -> {
                if (!found.site().equals(site)) return;
                courses.show(found.past());
                records.show(found.past());
            }
            case Answer.Unavailable<Past>() -> courses.failed();
        }
        shown = latest;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
