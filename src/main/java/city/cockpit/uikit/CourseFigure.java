package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.measurement.Interval;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The past as a chart, a table or in sentences, with everything that belongs to it: what the numbers are, what is left out,
 * and the states of waiting, emptiness and failure.
 */
public final class CourseFigure extends Composite<Section> {

    /** More lines than colours nobody can tell apart. */
    private static final int MOST_LINES = 6;

    private final Wording words;
    private final TimeSeriesChart chart;
    private final CourseTable table;
    private final Paragraph message = new Paragraph();
    private final Paragraph method = note();
    private final Paragraph busiest = note();
    private final Paragraph doubts = note();
    private final Paragraph breach = note();
    private final UnorderedList sentences = new UnorderedList();
    private CourseForm form = CourseForm.CHART;
    private Optional<Course> shown = Optional.empty();
    private boolean isIncomplete;
    private boolean hasProofs = true;

    public CourseFigure(Wording words) {
        this.words = words;
        this.chart = TimeSeriesCharts.create(words);
        this.table = new CourseTable(words);
        message.addClassName("figure-message");
        message.getElement().setAttribute("role", "status");
        doubts.setText(words.text("course.marked"));
        sentences.addClassName("figure-sentences");
        getContent().addClassName("figure");
        getContent().add(message, chart.component(), table, breach, doubts, busiest, sentences, method);
        loading();
    }

    private static Paragraph note() {
        var note = new Paragraph();
        note.addClassName("figure-note");
        return note;
    }

    /** On a page that is the evidence itself the sentences lead nowhere. */
    public CourseFigure withoutProofs() {
        hasProofs = false;
        return this;
    }

    /** Calls it with the span that a reader wants to see closer. */
    public void onZoom(Consumer<Interval> closer) {
        chart.onZoom(closer);
    }

    /** Says that the values are on their way; what was drawn before goes. */
    public void loading() {
        say("course.loading");
        getContent().addClassName("loading");
        sentences.removeAll();
        shown = Optional.empty();
        isIncomplete = false;
        arrange();
    }

    /** Says that the values cannot be read now; what was drawn before stays and is said to be old. */
    public void failed() {
        say("course.failed");
        getContent().removeClassName("loading");
    }

    /** Tells what is shown in another form; what is yet to come, too. */
    public void be(CourseForm next) {
        if (form == next) return;
        form = next;
        shown.ifPresent(this::fill);
        arrange();
    }

    public void show(Course course) {
        getContent().removeClassName("loading");
        message.setVisible(course.isEmpty());
        if (course.isEmpty()) say("course.empty");
        shown = Optional.of(course).filter(one -> !one.isEmpty());
        shown.ifPresent(this::fill);
        sentences.removeAll();
        var sentence = new CourseSentence(words, course);
        course.lines().forEach(line -> sentences.add(item(course, line, sentence)));
        isIncomplete = course.lines().stream().anyMatch(line -> !line.data().isComplete());
        method.setText(method(course));
        breach.setText(course.breach().map(time -> breach(time, course)).orElse(""));
        arrange();
    }

    private void fill(Course course) {
        if (form == CourseForm.CHART) draw(course);
        if (form == CourseForm.TABLE) table.show(course);
    }

    private void draw(Course course) {
        var drawn = course.busiest(MOST_LINES);
        chart.show(drawn);
        busiest.setText(words.text("course.busiest", (long) drawn.lines().size(), (long)
                course.lines().size()));
    }

    /** What stands where in this form. */
    private void arrange() {
        var isChart = form == CourseForm.CHART && shown.isPresent();
        chart.component().setVisible(isChart);
        busiest.setVisible(isChart
                && shown.filter(course -> course.lines().size() > MOST_LINES).isPresent());
        doubts.setVisible(isChart
                && shown.filter(course -> !course.doubtfulSteps().isEmpty()).isPresent());
        breach.setVisible(shown.flatMap(Course::breach).isPresent());
        table.setVisible(form == CourseForm.TABLE && shown.isPresent());
        sentences.setVisible(form != CourseForm.TABLE || shown.isEmpty());
        method.setVisible(shown.isPresent() || isIncomplete);
        getContent().getElement().setAttribute("data-form", form.name());
    }

    private String breach(Interval time, Course course) {
        var from = words.formats().minute(time.from(), course.until());
        return time.to().isBefore(course.until())
                ? words.text("course.breach", from, words.formats().minute(time.to(), course.until()))
                : words.text("course.breach.now", from);
    }

    /** Of what the numbers are made. */
    private String method(Course course) {
        var step = words.text("course.step." + course.resolution());
        return Stream.of(
                        step.substring(0, 1).toUpperCase(words.locale()) + step.substring(1) + ".",
                        limits(course),
                        isIncomplete ? words.text("course.incomplete") : "")
                .filter(text -> !text.isEmpty())
                .collect(joining(" "));
    }

    /** With what the values can be compared; in a chart a high limit lies beyond the axis. */
    private String limits(Course course) {
        if (course.limits().isEmpty()) return "";
        var property = course.lines().getFirst().property();
        return words.text(
                "course.limits",
                course.limits().stream()
                        .map(limit -> limit.label() + " " + words.formats().quantity(limit.value(), property))
                        .collect(joining("; ")));
    }

    private void say(String key) {
        message.setText(words.text(key));
        message.setVisible(true);
    }

    private ListItem item(Course course, Course.Line line, CourseSentence sentence) {
        var name = new Span(line.name());
        name.addClassName("figure-name");
        var item = new ListItem(name, new Span(sentence.of(line)));
        if (hasProofs && line.figure().isPresent()) item.add(proof(course, line));
        return item;
    }

    private Anchor proof(Course course, Course.Line line) {
        var proof = new Anchor(NumberAddresses.of(course, line).address(), words.text("proof.link"));
        proof.setAriaLabel(words.text("proof.link-of", line.name()));
        proof.addClassName("proof");
        return proof;
    }
}
