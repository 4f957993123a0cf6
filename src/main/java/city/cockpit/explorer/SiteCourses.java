package city.cockpit.explorer;

import city.cockpit.measurement.SeriesId;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.CourseFigure;
import city.cockpit.uikit.CourseForm;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What every series of a site did today: chart and sentence, each with the way to its whole past. */
final class SiteCourses extends Section {

    /** A page with more charts nobody scrolls through; the rest is behind the values above. */
    private static final int MOST = 12;

    private final Wording words;
    private final Div figures = new Div();
    private final Paragraph message = new Paragraph();
    private final Map<SeriesId, CourseFigure> shown = new LinkedHashMap<>();

    SiteCourses(Wording words) {
        this.words = words;
        addClassName("site-courses");
        figures.addClassName("site-figures");
        message.addClassName("figure-message");
        message.getElement().setAttribute("role", "status");
        message.setText(words.text("course.loading"));
        add(new H2(words.text("site.today")), message, figures);
    }

    void failed() {
        message.setText(words.text("course.failed"));
        message.setVisible(true);
    }

    void loading() {
        figures.removeAll();
        shown.clear();
        message.setText(words.text("course.loading"));
        message.setVisible(true);
    }

    void show(SitePast past) {
        message.setVisible(false);
        var courses = past.today().stream().limit(MOST).toList();
        arrange(courses);
        for (var course : courses) Objects.requireNonNull(shown.get(id(course))).show(course);
    }

    private static SeriesId id(Course course) {
        return course.lines().getFirst().data().series().id();
    }

    private void arrange(List<Course> courses) {
        if (courses.stream().map(SiteCourses::id).toList().equals(List.copyOf(shown.keySet()))) return;
        figures.removeAll();
        shown.clear();
        for (var course : courses) {
            var figure = new CourseFigure(words);
            shown.put(id(course), figure);
            figures.add(new Article(head(course), figure));
        }
    }

    private Header head(Course course) {
        var series = course.lines().getFirst().data().series();
        var way = new Selection(
                series.property().domain(),
                List.of(series.id()),
                new Span.Latest(Range.WEEK),
                Comparison.NONE,
                CourseForm.CHART);
        var history = new Anchor(way.address(), words.text("site.history"));
        history.setAriaLabel(words.text("site.history-of", series.property().name(words.locale())));
        return new Header(new H3(series.property().name(words.locale())), history);
    }
}
