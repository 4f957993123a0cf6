package city.cockpit.planning;

import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.progress.StrategyProgress;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures along time: what was planned, what is expected, the milestones, and today. Each line says so in words, too. */
final class Timeline extends Composite<Div> {

    private final Wording words;
    private final PlanWords plan;
    private final LocalDate today;
    private final StrategyProgress progress;
    private long first;
    private long last;

    /** @param measures those without any date are named, but have no bar */
    Timeline(Wording words, List<Measure> measures, StrategyProgress progress, String address) {
        this.words = words;
        this.plan = new PlanWords(words);
        this.progress = progress;
        this.today = progress.today();
        var days = Stream.concat(Stream.of(today), measures.stream().flatMap(Timeline::days))
                .map(LocalDate::toEpochDay)
                .toList();
        first = LocalDate.ofEpochDay(days.stream().min(Long::compare).orElseThrow())
                .withDayOfYear(1)
                .toEpochDay();
        last = LocalDate.ofEpochDay(days.stream().max(Long::compare).orElseThrow())
                .withDayOfYear(1)
                .plusYears(1)
                .toEpochDay();
        getContent().addClassName("plan-timeline");
        getContent().add(years());
        var list = new OrderedList();
        measures.forEach(measure -> list.add(row(measure, measures.size() > 1 ? address : "")));
        getContent().add(list, key());
    }

    private static Stream<LocalDate> days(Measure measure) {
        var schedule = measure.schedule();
        return Stream.concat(
                Stream.of(schedule.start(), schedule.plannedEnd(), schedule.forecastEnd(), schedule.actualEnd())
                        .flatMap(Optional::stream),
                measure.milestones().stream()
                        .flatMap(one ->
                                Stream.of(one.due(), one.forecast(), one.done()).flatMap(Optional::stream)));
    }

    private Div years() {
        var years = new Div();
        years.addClassName("plan-years");
        years.getElement().setAttribute("aria-hidden", "true");
        for (var year = LocalDate.ofEpochDay(first); year.toEpochDay() < last; year = year.plusYears(1)) {
            var mark = new Span(Integer.toString(year.getYear()));
            mark.getStyle().set("left", at(year));
            years.add(mark);
        }
        return years;
    }

    private ListItem row(Measure measure, String address) {
        var bars = new Div();
        bars.addClassName("plan-bars");
        bars.getElement().setAttribute("role", "img").setAttribute("aria-label", sentence(measure));
        var schedule = measure.schedule();
        var start = schedule.start();
        var end = schedule.actualEnd().or(schedule::forecastEnd).or(schedule::plannedEnd);
        if (start.isPresent() && schedule.plannedEnd().isPresent())
            bars.add(bar("planned", start.get(), schedule.plannedEnd().get()));
        if (start.isPresent() && end.isPresent()) bars.add(bar("expected", start.get(), end.get()));
        for (var milestone : measure.milestones())
            milestone
                    .done()
                    .or(milestone::forecast)
                    .or(milestone::due)
                    .ifPresent(day ->
                            bars.add(mark(milestone.done().isPresent() ? "done" : "due", day, milestone.title())));
        var now = new Span();
        now.addClassName("now");
        now.getStyle().set("left", at(today));
        bars.add(now);
        var item = new ListItem();
        if (!address.isEmpty()) {
            var name = new Anchor(address + "/" + measure.id(), measure.title());
            var standing = Standing.of(progress.of(measure), today);
            var head = new Div(name, StatusChip.of(standing, words.text("promises.standing." + standing)));
            head.addClassName("plan-row-head");
            item.add(head);
        }
        item.add(bars);
        return item;
    }

    private Span bar(String kind, LocalDate from, LocalDate to) {
        var bar = new Span();
        bar.addClassName(kind);
        var left = share(from);
        bar.getStyle().set("left", percent(left)).set("width", percent(Math.max(0.005, share(to) - left)));
        return bar;
    }

    private Span mark(String kind, LocalDate day, String title) {
        var mark = new Span();
        mark.addClassNames("milestone", kind);
        mark.getElement().setAttribute("title", title + ": " + plan.date(day));
        mark.getStyle().set("left", at(day));
        return mark;
    }

    private String sentence(Measure measure) {
        var schedule = measure.schedule();
        return words.text(
                "planning.timeline.said",
                measure.title(),
                plan.date(schedule.start()),
                plan.date(schedule.plannedEnd()),
                plan.date(schedule.actualEnd().or(schedule::forecastEnd)),
                (long) measure.milestones().size(),
                measure.milestones().stream()
                        .filter(one -> one.done().isPresent())
                        .count());
    }

    private PlanKey key() {
        return new PlanKey(words)
                .sign("planned", "planning.timeline.planned")
                .sign("expected", "planning.timeline.expected")
                .sign("done", "planning.timeline.done")
                .sign("due", "planning.timeline.due")
                .sign("now", "planning.timeline.now");
    }

    private String at(LocalDate day) {
        return percent(share(day));
    }

    private double share(LocalDate day) {
        return (double) (day.toEpochDay() - first) / (last - first);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
