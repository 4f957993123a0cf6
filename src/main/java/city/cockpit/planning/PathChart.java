package city.cockpit.planning;

import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Indicator.Target;
import city.cockpit.strategy.progress.IndicatorProgress;
import city.cockpit.strategy.progress.IndicatorValue;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The way from the baseline to the target, and where the values lie. What was promised before stays to be seen. All of it
 * stands in the table below, too.
 */
final class PathChart extends Composite<Div> {

    private static final double HEIGHT = 100;
    private static final double WIDTH = 300;

    private final Wording words;
    private final PlanWords plan;
    private final IndicatorProgress progress;
    private final Indicator indicator;
    private final LocalDate today;
    private long firstDay;
    private long lastDay;
    private double lowest;
    private double highest;

    PathChart(Wording words, IndicatorProgress progress, LocalDate today) {
        this.words = words;
        this.plan = new PlanWords(words);
        this.progress = progress;
        this.indicator = progress.indicator();
        this.today = today;
        getContent().addClassName("plan-path");
        getContent().getElement().setAttribute("role", "img").setAttribute("aria-label", plan.sentence(progress));
        if (scale()) draw();
        else getContent().setVisible(false);
    }

    /** Whether there is a way to draw. */
    private boolean scale() {
        var days = days();
        var values = values().toArray();
        if (days.size() < 2 || values.length < 2) return false;
        firstDay = days.stream().mapToLong(Long::longValue).min().orElseThrow();
        lastDay = days.stream().mapToLong(Long::longValue).max().orElseThrow();
        lowest = DoubleStream.of(values).min().orElseThrow();
        highest = DoubleStream.of(values).max().orElseThrow();
        var room = highest > lowest ? (highest - lowest) * 0.15 : Math.max(1, Math.abs(highest) * 0.1);
        lowest -= room;
        highest += room;
        return lastDay > firstDay;
    }

    private List<Long> days() {
        return Stream.of(
                        indicator.baseline().map(Indicator.Baseline::date).stream(),
                        indicator.target().map(Target::date).stream(),
                        indicator.formerTargets().stream()
                                .map(former -> former.target().date()),
                        shown().map(PathChart::day),
                        Stream.of(today))
                .flatMap(dates -> dates)
                .map(LocalDate::toEpochDay)
                .distinct()
                .toList();
    }

    private DoubleStream values() {
        var targets = Stream.concat(
                        indicator.target().stream(),
                        indicator.formerTargets().stream().map(Indicator.FormerTarget::target))
                .flatMapToDouble(target -> DoubleStream.of(target.value(), target.upperEnd()));
        return DoubleStream.concat(
                DoubleStream.concat(targets, indicator.baseline().stream().mapToDouble(Indicator.Baseline::value)),
                shown().mapToDouble(value -> value.value().orElseThrow()));
    }

    /** Of calendar years; the rolling year is a preview and stands in the table. */
    private Stream<IndicatorValue> shown() {
        return progress.values().stream()
                .filter(value -> value.value().isPresent())
                .filter(value -> value.state() != IndicatorValue.State.INVALID)
                .filter(value -> !value.isRolling()
                        || progress.judged().filter(value::equals).isPresent());
    }

    /** A value stands where its time ends, or today if that is not over. */
    private static LocalDate day(IndicatorValue value) {
        return value.lastDay();
    }

    private void draw() {
        var lines = new StringBuilder();
        lines.append("<svg viewBox=\"0 0 %.0f %.0f\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                .formatted(WIDTH, HEIGHT));
        line(lines, "today", x(today.toEpochDay()), 0, x(today.toEpochDay()), HEIGHT);
        indicator.target().ifPresent(target -> target(lines, target));
        indicator.formerTargets().forEach(former -> path(lines, "former", former.target()));
        indicator.target().ifPresent(target -> path(lines, "plan", target));
        course(lines);
        lines.append("</svg>");
        var drawing = new Svg(lines.toString());
        var plot = new Div(drawing);
        plot.addClassName("plan-plot");
        dots(plot);
        labels(plot);
        getContent().add(plot, ends(), key());
    }

    private void target(StringBuilder lines, Target target) {
        line(lines, "target", 0, y(target.value()), WIDTH, y(target.value()));
        if (target.upTo().isPresent()) line(lines, "target", 0, y(target.upperEnd()), WIDTH, y(target.upperEnd()));
    }

    /** What shall be reached when. */
    private void path(StringBuilder lines, String kind, Target target) {
        if (indicator.baseline().isEmpty() || target.upTo().isPresent()) return;
        var start = indicator.baseline().get();
        var points = new ArrayList<String>();
        points.add(point(start.date(), start.value()));
        if (kind.equals("plan"))
            for (var waypoint : indicator.waypoints())
                points.add(point(waypoint.date(), start.value() + waypoint.share() * (target.value() - start.value())));
        points.add(point(target.date(), target.value()));
        lines.append("<polyline class=\"%s\" points=\"%s\"/>".formatted(kind, String.join(" ", points)));
    }

    private void course(StringBuilder lines) {
        var points = Stream.concat(
                        indicator.baseline().stream().map(start -> point(start.date(), start.value())),
                        shown().map(value -> point(at(value), value.value().orElseThrow())))
                .toList();
        lines.append("<polyline class=\"course\" points=\"%s\"/>".formatted(String.join(" ", points)));
    }

    private LocalDate at(IndicatorValue value) {
        return day(value).isAfter(today) ? today : day(value);
    }

    private void dots(Div plot) {
        indicator.baseline().ifPresent(start -> plot.add(dot("start", start.date(), start.value())));
        shown().forEach(value -> plot.add(dot(
                value.state() == IndicatorValue.State.FINAL ? "final" : "provisional",
                at(value),
                value.value().orElseThrow())));
    }

    private Span dot(String kind, LocalDate day, double value) {
        var dot = new Span();
        dot.addClassNames("plan-dot", kind);
        place(dot, day, value);
        return dot;
    }

    private void place(Span span, LocalDate day, double value) {
        span.getStyle().set("left", share(x(day.toEpochDay()) / WIDTH)).set("top", share(y(value) / HEIGHT));
    }

    private void labels(Div plot) {
        indicator.target().ifPresent(target -> {
            var label = new Span(words.text("planning.path.target", plan.goal(indicator, target)));
            label.addClassName("plan-label");
            label.getStyle().set("top", share(y(target.value()) / HEIGHT));
            plot.add(label);
        });
    }

    private Div ends() {
        var ends = new Div(
                new Span(plan.date(LocalDate.ofEpochDay(firstDay))),
                new Span(plan.date(LocalDate.ofEpochDay(lastDay))));
        ends.addClassName("plan-ends");
        return ends;
    }

    private PlanKey key() {
        var key = new PlanKey(words)
                .sign("final", "planning.path.final")
                .sign("provisional", "planning.path.provisional");
        if (indicator.baseline().isPresent() && indicator.target().isPresent()) key.sign("plan", "planning.path.plan");
        if (!indicator.formerTargets().isEmpty()) key.sign("former", "planning.path.former");
        return key;
    }

    private double x(long day) {
        return WIDTH * (day - firstDay) / (lastDay - firstDay);
    }

    private double y(double value) {
        return HEIGHT * (highest - value) / (highest - lowest);
    }

    private String point(LocalDate day, double value) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(day.toEpochDay()), y(value));
    }

    private static void line(StringBuilder lines, String kind, double x1, double y1, double x2, double y2) {
        lines.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
