package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.transfer.Export;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.CourseFigure;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The past of one or several series as chart, table or text; everything that can be chosen is an address, so that back,
 * forward and bookmarks work. While the page is open, it reads the history again if the city changed: once a minute if the
 * span ends now or its past is being filled in, else every few minutes, since late readings may come at any time. So every
 * number on it is one that history gave, and many open pages stay cheap.
 */
@Route(value = "history/:domain/:sensor?/:property?", layout = CockpitLayout.class)
@AnonymousAllowed
final class HistoryView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration RELOAD = Duration.ofMinutes(1);
    private static final Duration RELOAD_OF_THE_PAST = Duration.ofMinutes(5);

    private final Wording words;
    private final LivePicture pictures;
    private final CourseReader courses;
    private final Background background;
    private final InstantSource clock;
    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();
    private final HistoryWays ways;
    private final SpanForm spanForm;
    private final SeriesPicker picker;
    private final Paragraph comparison = new Paragraph();
    private final Paragraph swaps = new Paragraph();
    private final SeriesCatalog catalog;
    private final CourseFigure figure;
    private final CourseDownloads downloads;
    private final SeriesLinks others;
    private final ValueSignal<Optional<Selection>> selection = new ValueSignal<>(Optional.empty());
    private final ValueSignal<Answer<CourseReader.Found>> answer = new ValueSignal<>(new Answer.Pending<>());
    private Optional<Selection> asked = Optional.empty();
    private Instant askedAt = Instant.MIN;
    private Answer<CourseReader.Found> shown = new Answer.Pending<>();
    private String title = "";

    HistoryView(
            Wordings wordings,
            LivePicture pictures,
            CourseReader courses,
            Background background,
            LiveTown town,
            Export export,
            SeriesCatalog catalog,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        this.courses = courses;
        this.background = background;
        this.clock = clock;
        this.catalog = catalog;
        this.ways = new HistoryWays(words);
        this.spanForm = new SpanForm(words, span -> go(chosen().over(span)));
        this.picker = new SeriesPicker(words, this::add);
        this.figure = new CourseFigure(words);
        this.downloads = new CourseDownloads(words, town, export);
        this.others = new SeriesLinks(words);
        figure.onZoom(this::zoom);
        lead.addClassName("lead");
        comparison.addClassName("figure-note");
        swaps.addClassName("figure-note");
        swaps.setVisible(false);
        var head = new Div(new Div(heading, lead), ways.ranges());
        head.addClassName("figure-head");
        var tools = new Div(ways.steps(), spanForm, ways.comparisons(), ways.forms());
        tools.addClassName("figure-tools");
        add(ways.up(), head, tools, picker, figure, comparison, swaps, downloads, others);
        pictures.follow(this, picture -> selection.get().ifPresent(one -> follow(one, picture, answer.get())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var next = selection(event.getRouteParameters(), event.getLocation().getQueryParameters());
        var picture = pictures.picture();
        var states = next.of(picture);
        if (states.isEmpty()) throw new NotFoundException();
        var span = next.span().at(clock.instant(), words.formats().zone());
        describe(next, states);
        ways.show(next, span, clock.instant());
        spanForm.show(span);
        figure.be(next.form());
        selection.set(Optional.of(next));
    }

    private static Selection selection(RouteParameters parameters, QueryParameters query) {
        var domain = parameters.get("domain").flatMap(TileFaces::domain).orElseThrow(NotFoundException::new);
        var sensor = parameters.get("sensor");
        return Selection.in(
                domain,
                sensor.map(name -> series(name, parameters.get("property").orElse(""))),
                query);
    }

    private static SeriesId series(String sensor, String property) {
        var id = sensor + "/" + property;
        if (!SensorId.isWellFormed(sensor) || !SeriesId.isWellFormed(id)) throw new NotFoundException();
        return new SeriesId(id);
    }

    private void describe(Selection next, List<SeriesState> states) {
        var properties = states.stream()
                .map(state -> state.series().property().name(words.locale()))
                .distinct()
                .toList();
        var places =
                states.stream().map(state -> state.series().place()).distinct().toList();
        var domain = words.text("domain." + next.domain());
        var isHeadline = next.series().isEmpty();
        title = words.text("explorer.title", isHeadline ? domain : properties.getFirst());
        heading.setText(isHeadline ? domain : words.list(properties));
        lead.setText(isHeadline ? properties.getFirst() : words.list(places));
    }

    private Selection chosen() {
        return selection.peek().orElseThrow();
    }

    private void go(Selection next) {
        var location = new Location(next.address());
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    private void zoom(Interval closer) {
        go(chosen().over(Span.of(closer, words.formats().zone())));
    }

    /** A headline becomes the choice of its places. */
    private void add(Series another) {
        var drawn = chosen().of(pictures.picture()).stream()
                .map(SeriesState::series)
                .limit(Selection.MOST_SERIES - 1L);
        go(chosen().showing(Stream.concat(drawn, Stream.of(another)).toList()));
    }

    private void follow(Selection one, CityPicture picture, Answer<CourseReader.Found> latest) {
        others.show(one, picture);
        var states = one.of(picture);
        picker.show(one, states, picture);
        if (isDue(one, picture)) ask(one, states, picture.at());
        if (!latest.equals(shown)) show(one, latest);
    }

    private boolean isDue(Selection one, CityPicture picture) {
        var isSame = asked.map(last -> last.as(one.form()).equals(one)).orElse(false);
        return !isSame || picture.at().isAfter(askedAt.plus(isChanging(one, picture) ? RELOAD : RELOAD_OF_THE_PAST));
    }

    /** Whether readings of the span are arriving. */
    private boolean isChanging(Selection one, CityPicture picture) {
        if (one.span().isLive()) return true;
        var end = one.span().at(picture.at(), words.formats().zone()).to();
        return picture.catchUp()
                .filter(past -> past.reachedBackTo().isBefore(end))
                .isPresent();
    }

    private void ask(Selection one, List<SeriesState> states, Instant at) {
        if (states.isEmpty()) return;
        if (!asked.map(last -> last.series().equals(one.series())).orElse(false)) figure.loading();
        asked = Optional.of(one);
        askedAt = at;
        background.ask(() -> courses.read(one, states, words), answer);
    }

    /** An answer to an earlier question may come late: then it is none. */
    private void show(Selection one, Answer<CourseReader.Found> latest) {
        switch (latest) {
            case Answer.Pending<CourseReader.Found>() -> figure.loading();
            case Answer.Known<CourseReader.Found>(var found) -> {
                if (!found.selection().as(one.form()).equals(one)) return;
                figure.show(found.course());
                downloads.show(found.course(), one.form());
                comparison.setText(ways.compared(one, found.course(), clock.instant()));
                tellSwaps(found.course());
            }
            case Answer.Unavailable<CourseReader.Found>() -> figure.failed();
        }
        shown = latest;
    }

    /** Where a line may jump although nothing has happened in the town. */
    private void tellSwaps(Course course) {
        var zone = words.formats().zone();
        var first = course.span().from().atZone(zone).toLocalDate();
        var last = course.span().to().atZone(zone).toLocalDate();
        var told = course.lines().stream()
                .map(line -> line.data().series())
                .flatMap(series -> catalog.listSwapDays(series.id().sensor()).stream()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .map(day -> words.text("explorer.swap", words.formats().date(day), series.place())))
                .distinct()
                .toList();
        swaps.setText(told.isEmpty() ? "" : words.text("explorer.swaps", words.list(told)));
        swaps.setVisible(!told.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
