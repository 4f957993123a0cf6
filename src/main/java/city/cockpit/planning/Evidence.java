package city.cockpit.planning;

import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.SeriesId;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.CourseFigure;
import city.cockpit.uikit.CourseForms;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What the sensors of an indicator said in the year before today: chart, table or sentences, and the way to each of them. */
final class Evidence extends Composite<Section> {

    /** More would be a wall of lines; the list names all of them. */
    private static final int MOST_DRAWN = 12;

    private static final int DAYS_OF_A_YEAR = 370;

    private final Wording words;
    private final CourseFigure figure;
    private final ValueSignal<Answer<Course>> answer = new ValueSignal<>(new Answer.Pending<>());

    Evidence(
            Wording words,
            Indicator indicator,
            List<SeriesId> feeds,
            CityPicture city,
            TimeSeriesStore history,
            InstantSource clock,
            Background background) {
        this.words = words;
        this.figure = new CourseFigure(words);
        var states =
                feeds.stream().map(city.series()::get).filter(Objects::nonNull).toList();
        getContent().addClassNames("plan-card", "plan-evidence");
        getContent().add(new H2(words.text("planning.evidence")));
        if (states.isEmpty()) {
            getContent().add(new Paragraph(words.text("planning.evidence.none")));
            return;
        }
        if (isOfOneProperty(states)) draw(indicator, states, history, clock, background);
        getContent().add(sensors(states));
    }

    /** What differs in kind makes no common chart: where all sensors count, the list alone tells which. */
    private static boolean isOfOneProperty(List<SeriesState> states) {
        return states.stream()
                        .map(state -> state.series().property().key())
                        .distinct()
                        .count()
                == 1;
    }

    private void draw(
            Indicator indicator,
            List<SeriesState> states,
            TimeSeriesStore history,
            InstantSource clock,
            Background background) {
        var drawn = states.stream().limit(MOST_DRAWN).toList();
        getContent().add(new Paragraph(words.text("planning.evidence.lead")));
        if (drawn.size() < states.size())
            getContent().add(new Paragraph(words.text("planning.evidence.some", (long) drawn.size(), (long)
                    states.size())));
        getContent().add(new CourseForms(words, figure), figure);
        Signal.effect(getContent(), () -> show(answer.get()));
        Supplier<Course> question = () -> course(indicator, drawn, history, clock);
        background.ask(question, answer);
    }

    private void show(Answer<Course> latest) {
        switch (latest) {
            case Answer.Pending<Course>() -> figure.loading();
            case Answer.Known<Course>(var course) -> figure.show(course);
            case Answer.Unavailable<Course>() -> figure.failed();
        }
    }

    /** The ways back to what is measured now, and to each chart. */
    private Div sensors(List<SeriesState> states) {
        var list = new UnorderedList();
        for (var state : states) {
            var series = state.series();
            list.add(new ListItem(
                    new Anchor("site/" + series.site().key(), series.place()),
                    new Span(": "),
                    new Anchor(
                            "history/" + TileFaces.slug(series.property().domain()) + "/" + series.id(),
                            series.property().name(words.locale()))));
        }
        list.addClassName("plan-sensors");
        if (states.size() <= MOST_DRAWN) return new Div(new Paragraph(words.text("planning.evidence.sensors")), list);
        return new Div(new NativeDetails(words.text("planning.evidence.all", (long) states.size()), list));
    }

    private Course course(Indicator indicator, List<SeriesState> states, TimeSeriesStore history, InstantSource clock) {
        var now = clock.instant();
        var zone = words.formats().zone();
        var today = now.atZone(zone).toLocalDate();
        var series = states.stream().map(SeriesState::series).toList();
        var year = days(today.minusYears(1), today, zone);
        var ofYear = history.read(new TimeSeriesQuery(series, year, DAYS_OF_A_YEAR));
        // Where sensors hang for some weeks only, a year would be an empty sheet with a line at its edge.
        var begin = begin(ofYear, zone).orElse(today.minusYears(1));
        var isYoung = begin.isAfter(today.minusMonths(6));
        var span = isYoung ? days(begin.minusDays(1), today, zone) : year;
        var data = isYoung
                ? history.read(new TimeSeriesQuery(series, span, (int) ChronoUnit.DAYS.between(begin, today) + 2))
                : ofYear;
        var lines = new java.util.ArrayList<Course.Line>();
        for (var i = 0; i < states.size(); i++)
            lines.add(new Course.Line(
                    series.get(i).place(), data.get(i), states.get(i).newest()));
        return new Course(span, data.getFirst().resolution(), lines, limits(indicator, states), now);
    }

    private static Interval days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Interval(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The first day on which one of the sensors said something. */
    private static Optional<LocalDate> begin(List<TimeSeries> data, ZoneId zone) {
        return data.stream()
                .flatMap(one -> one.points().stream().limit(1))
                .map(point -> LocalDate.ofInstant(point.from(), zone))
                .min(Comparator.naturalOrder());
    }

    /** Days are compared with the level for days only: a promise about a year says nothing of a single day. */
    private List<Course.Limit> limits(Indicator indicator, List<SeriesState> states) {
        var binding = indicator.binding().orElseThrow();
        if (binding.aggregation() != Binding.Aggregation.DAYS_ABOVE
                || binding.level().isEmpty()) return List.of();
        var property = states.getFirst().series().property();
        return List.of(new Course.Limit(
                words.text("planning.evidence.level"), binding.level().getAsDouble(), property.unit()));
    }
}
