package city.cockpit.uikit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** A chart with everything that belongs to it: what it shows in sentences, its numbers as a table, and its states. */
public final class CourseFigure extends Composite<Section> {

    /** More lines than colours nobody can tell apart. */
    private static final int MOST_LINES = 6;

    private final Wording words;
    private final TimeSeriesChart chart;
    private final Paragraph message = new Paragraph();
    private final Paragraph busiest = new Paragraph();
    private final Paragraph doubts = new Paragraph();
    private final UnorderedList sentences = new UnorderedList();
    private final CourseTable table;

    public CourseFigure(Wording words) {
        this.words = words;
        this.chart = TimeSeriesCharts.create(words);
        this.table = new CourseTable(words);
        message.addClassName("figure-message");
        message.getElement().setAttribute("role", "status");
        busiest.addClassName("figure-note");
        doubts.addClassName("figure-note");
        doubts.setText(words.text("course.marked"));
        sentences.addClassName("figure-sentences");
        getContent().addClassName("figure");
        getContent().add(message, chart.component(), doubts, busiest, sentences, table);
        loading();
    }

    /** Says that the values are on their way; what was drawn before goes. */
    public void loading() {
        say("course.loading");
        getContent().addClassName("loading");
        sentences.removeAll();
        setDrawn(false);
    }

    /** Says that the values cannot be read now; what was drawn before stays and is said to be old. */
    public void failed() {
        say("course.failed");
        getContent().removeClassName("loading");
    }

    public void show(Course course) {
        getContent().removeClassName("loading");
        setDrawn(!course.isEmpty());
        if (course.isEmpty()) say("course.empty");
        else message.setVisible(false);
        if (!course.isEmpty()) draw(course);
        table.show(course);
        sentences.removeAll();
        var sentence = new CourseSentence(words, course.property());
        course.lines().forEach(line -> sentences.add(item(line, sentence)));
    }

    private void draw(Course course) {
        var drawn = course.busiest(MOST_LINES);
        chart.show(drawn);
        doubts.setVisible(!course.doubtfulSteps().isEmpty());
        var left = drawn.lines().size() < course.lines().size();
        busiest.setVisible(left);
        if (left)
            busiest.setText(words.text("course.busiest", (long) drawn.lines().size(), (long)
                    course.lines().size()));
    }

    private void say(String key) {
        message.setText(words.text(key));
        message.setVisible(true);
    }

    private void setDrawn(boolean drawn) {
        chart.component().setVisible(drawn);
        table.setVisible(drawn);
        if (!drawn) {
            busiest.setVisible(false);
            doubts.setVisible(false);
        }
    }

    private static ListItem item(Course.Line line, CourseSentence sentence) {
        var name = new Span(line.name());
        name.addClassName("figure-name");
        return new ListItem(name, new Span(sentence.of(line)));
    }
}
