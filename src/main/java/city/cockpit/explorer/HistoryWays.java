package city.cockpit.explorer;

import city.cockpit.history.Resolution;
import city.cockpit.measurement.Interval;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.CourseForm;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.time.Duration;
import java.time.Instant;

/** All ways from one selection to the next ones: spans, comparisons, forms. Each is a link, so a keyboard reaches it. */
final class HistoryWays {

    private final Wording words;
    private final Nav up = new Nav();
    private final Nav ranges;
    private final Nav steps;
    private final Nav comparisons;
    private final Nav forms;

    HistoryWays(Wording words) {
        this.words = words;
        up.addClassName("way");
        up.setAriaLabel(words.text("frame.way"));
        ranges = nav("explorer.range");
        steps = nav("explorer.steps");
        comparisons = nav("explorer.compare");
        forms = nav("explorer.form");
    }

    private Nav nav(String label) {
        var nav = new Nav();
        nav.addClassName("ranges");
        nav.setAriaLabel(words.text(label));
        return nav;
    }

    Nav up() {
        return up;
    }

    Nav ranges() {
        return ranges;
    }

    Nav steps() {
        return steps;
    }

    Nav comparisons() {
        return comparisons;
    }

    Nav forms() {
        return forms;
    }

    void show(Selection selection, Interval span, Instant now) {
        var zone = words.formats().zone();
        up.removeAll();
        up.add(new Anchor("", words.text("nav.overview")));
        if (!selection.series().isEmpty())
            up.add(new Anchor(selection.headline().address(), words.text("domain." + selection.domain())));
        ranges.removeAll();
        for (var range : Range.values())
            ranges.add(way(selection.over(new Span.Latest(range)), words.text("explorer.range." + range), selection));
        if (!selection.span().isLive()) ranges.add(way(selection, between(span), selection));
        steps.removeAll();
        steps.add(
                way(selection.over(selection.span().moved(-1, now, zone)), words.text("explorer.earlier"), selection));
        if (!selection.span().isLive() && span.to().isBefore(now))
            steps.add(
                    way(selection.over(selection.span().moved(1, now, zone)), words.text("explorer.later"), selection));
        comparisons.removeAll();
        for (var one : Comparison.values())
            comparisons.add(way(selection.comparedWith(one), words.text("explorer.compare." + one), selection));
        forms.removeAll();
        for (var form : CourseForm.values())
            forms.add(way(selection.as(form), words.text("explorer.form." + form), selection));
    }

    private Anchor way(Selection next, String text, Selection now) {
        var way = new Anchor(next.address(), text);
        if (next.equals(now)) way.getElement().setAttribute("aria-current", "true");
        return way;
    }

    private String between(Interval span) {
        var to = span.to().minusMillis(1);
        var formats = words.formats();
        var isDays = span.from()
                        .equals(span.from()
                                .atZone(formats.zone())
                                .toLocalDate()
                                .atStartOfDay(formats.zone())
                                .toInstant())
                && span.to()
                        .equals(span.to()
                                .atZone(formats.zone())
                                .toLocalDate()
                                .atStartOfDay(formats.zone())
                                .toInstant());
        if (!isDays)
            return words.text(
                    "explorer.range.between",
                    formats.minute(span.from(), now(span)),
                    formats.minute(span.to(), now(span)));
        return formats.date(span.from()).equals(formats.date(to))
                ? formats.date(to)
                : words.text("explorer.range.between", formats.date(span.from()), formats.date(to));
    }

    /** No moment is that of the readers, so that the day is always told. */
    private static Instant now(Interval span) {
        return span.to().plus(Duration.ofDays(2));
    }

    /** What the comparison is, or why there is none; empty if nobody wanted one. */
    String compared(Selection selection, Course course, Instant now) {
        return switch (selection.comparison()) {
            case NONE -> "";
            case BEFORE -> {
                var zone = words.formats().zone();
                var back = selection.span().back(now, zone);
                yield words.text(
                        "explorer.compare.before",
                        words.formats()
                                .date(course.span()
                                        .from()
                                        .atZone(zone)
                                        .minus(back)
                                        .toInstant()),
                        words.formats()
                                .date(course.span()
                                        .to()
                                        .minusMillis(1)
                                        .atZone(zone)
                                        .minus(back)
                                        .toInstant()));
            }
            case USUAL -> usual(course);
        };
    }

    private String usual(Course course) {
        if (course.resolution().compareTo(Resolution.HOUR) > 0) return words.text("explorer.compare.no-usual");
        return course.lines().stream().allMatch(line -> line.usual().isEmpty())
                ? words.text("explorer.compare.usual-unknown")
                : words.text("explorer.compare.usual");
    }
}
