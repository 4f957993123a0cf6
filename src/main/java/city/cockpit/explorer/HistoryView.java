package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesId;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.CourseFigure;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The chart of the last 24 hours or 7 days. While it is open it reads the history again once a minute if the city changed:
 * so every number on it is one that history gave, and many open pages stay cheap.
 */
@Route(value = "history/:domain/:sensor?/:property?", layout = CockpitLayout.class)
@AnonymousAllowed
final class HistoryView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration RELOAD = Duration.ofMinutes(1);

    private final Wording words;
    private final LivePicture pictures;
    private final CourseReader courses;
    private final Background background;
    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();
    private final Nav way = new Nav();
    private final Nav ranges = new Nav();
    private final CourseFigure figure;
    private final SeriesLinks others;
    private final ValueSignal<Optional<Choice>> choice = new ValueSignal<>(Optional.empty());
    private final ValueSignal<Answer<CourseReader.Found>> answer = new ValueSignal<>(new Answer.Pending<>());
    private Optional<Choice> asked = Optional.empty();
    private Instant askedAt = Instant.MIN;
    private Answer<CourseReader.Found> shown = new Answer.Pending<>();
    private String title = "";

    HistoryView(Wordings wordings, LivePicture pictures, CourseReader courses, Background background) {
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        this.courses = courses;
        this.background = background;
        this.figure = new CourseFigure(words);
        this.others = new SeriesLinks(words);
        lead.addClassName("lead");
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        ranges.addClassName("ranges");
        ranges.setAriaLabel(words.text("explorer.range"));
        var head = new Div(new Div(heading, lead), ranges);
        head.addClassName("figure-head");
        add(way, head, figure, others);
        pictures.follow(this, picture -> choice.get().ifPresent(chosen -> follow(chosen, picture, answer.get())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var range = event.getLocation().getQueryParameters().getSingleParameter("range");
        var next = chosen(event.getRouteParameters(), Range.named(range.orElse("")));
        var states = next.of(pictures.picture());
        if (states.isEmpty()) throw new NotFoundException();
        describe(next, states.getFirst());
        choice.set(Optional.of(next));
    }

    private static Choice chosen(RouteParameters parameters, Range range) {
        var domain = parameters.get("domain").flatMap(TileFaces::domain).orElseThrow(NotFoundException::new);
        var sensor = parameters.get("sensor");
        if (sensor.isEmpty()) return new Choice(domain, Optional.empty(), range);
        return new Choice(
                domain,
                Optional.of(series(sensor.get(), parameters.get("property").orElse(""))),
                range);
    }

    private static SeriesId series(String sensor, String property) {
        if (!SensorId.isWellFormed(sensor) || !property.matches("[a-z][a-z0-9_]{0,31}")) throw new NotFoundException();
        return SeriesId.of(new SensorId(sensor), property);
    }

    private void describe(Choice next, SeriesState first) {
        var property = first.series().property().name(words.locale());
        var domain = words.text("domain." + next.domain());
        title = words.text("explorer.title", next.series().isEmpty() ? domain : property);
        heading.setText(next.series().isEmpty() ? domain : property);
        lead.setText(next.series().isEmpty() ? property : first.series().place());
        way.removeAll();
        way.add(new Anchor("", words.text("nav.overview")));
        if (next.series().isPresent())
            way.add(new Anchor(new Choice(next.domain(), Optional.empty(), next.range()).address(), domain));
        ranges.removeAll();
        for (var range : Range.values()) ranges.add(link(next, range));
    }

    private Anchor link(Choice next, Range range) {
        var link = new Anchor(next.over(range).address(), words.text("explorer.range." + range));
        if (range == next.range()) link.getElement().setAttribute("aria-current", "true");
        return link;
    }

    private void follow(Choice chosen, CityPicture picture, Answer<CourseReader.Found> latest) {
        others.show(chosen, picture);
        if (isDue(chosen, picture)) ask(chosen, chosen.of(picture), picture.at());
        if (!latest.equals(shown)) show(chosen, latest);
    }

    private boolean isDue(Choice chosen, CityPicture picture) {
        return !asked.equals(Optional.of(chosen)) || picture.at().isAfter(askedAt.plus(RELOAD));
    }

    private void ask(Choice chosen, List<SeriesState> states, Instant at) {
        if (states.isEmpty()) return;
        if (!asked.equals(Optional.of(chosen))) figure.loading();
        asked = Optional.of(chosen);
        askedAt = at;
        background.ask(() -> courses.read(chosen, states), answer);
    }

    /** An answer to an earlier question may come late: then it is none. */
    private void show(Choice chosen, Answer<CourseReader.Found> latest) {
        switch (latest) {
            case Answer.Pending<CourseReader.Found>() -> figure.loading();
            case Answer.Known<CourseReader.Found>(var found) -> {
                if (found.choice().equals(chosen)) figure.show(found.course());
            }
            case Answer.Unavailable<CourseReader.Found>() -> figure.failed();
        }
        shown = latest;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
