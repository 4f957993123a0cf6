package city.cockpit.uikit;

import static java.util.stream.Collectors.toMap;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of a chart as a table, newest first. Filled when it is opened, because few people do. */
final class CourseTable extends Composite<NativeDetails> {

    private final Wording words;
    private final Div content = new Div();
    private @Nullable Course course;

    CourseTable(Wording words) {
        this.words = words;
        content.addClassName("scroll");
        content.getElement().setAttribute("tabindex", "0");
        content.getElement().setAttribute("role", "region");
        content.getElement().setAttribute("aria-label", words.text("course.table"));
        getContent().setSummaryText(words.text("course.table"));
        getContent().setContent(content);
        getContent().addToggleListener(toggled -> fill());
    }

    void show(Course next) {
        course = next;
        fill();
    }

    private void fill() {
        var shown = course;
        content.removeAll();
        if (shown == null || !getContent().isOpen()) return;
        var table = new NativeTable();
        table.setCaptionText(words.text(
                "course.caption", shown.property().name(words.locale()), words.text("course.step." + shown.step())));
        table.getHead().add(head(shown));
        rows(shown).forEach(table.getBody()::add);
        content.add(table);
    }

    private NativeTableRow head(Course shown) {
        var head = new NativeTableRow(header(words.text("course.time"), "col"));
        var symbol = shown.property().unit().symbol();
        for (var line : shown.lines())
            head.add(header(symbol.isEmpty() ? line.name() : line.name() + " (" + symbol + ")", "col"));
        return head;
    }

    private Stream<NativeTableRow> rows(Course shown) {
        var columns = shown.lines().stream().map(CourseTable::column).toList();
        return columns.stream()
                .flatMap(Column::starts)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(start -> row(start, columns, shown));
    }

    private NativeTableRow row(Instant start, List<Column> columns, Course shown) {
        var row = new NativeTableRow(
                header(words.formats().minute(start, shown.span().to()), "row"));
        for (var column : columns) {
            var point = column.points().get(start);
            var mean = point == null ? "–" : words.formats().value(point.mean(), shown.property());
            var doubt = column.doubts().get(start);
            var cell = new NativeTableCell(new Text(mean));
            if (doubt != null) cell.add(below(words(doubt, shown)));
            row.add(cell);
        }
        return row;
    }

    private static Div below(String text) {
        var line = new Div(text);
        line.addClassName("cell-doubt");
        return line;
    }

    private String words(Course.Doubt doubt, Course shown) {
        var highest = words.formats().quantity(doubt.highest(), shown.property());
        var lowest = words.formats().value(doubt.lowest(), shown.property());
        var values =
                doubt.lowest() == doubt.highest() ? highest : words.text("course.doubtful-values", lowest, highest);
        return words.text("course.doubts-of-step", (long) doubt.readings(), values);
    }

    private static Column column(Course.Line line) {
        return new Column(
                line.points().stream().collect(toMap(Course.Point::start, point -> point)),
                line.doubts().stream().collect(toMap(Course.Doubt::start, doubt -> doubt)));
    }

    /** What the line of one place says of each step. */
    private record Column(Map<Instant, Course.Point> points, Map<Instant, Course.Doubt> doubts) {

        Stream<Instant> starts() {
            return Stream.concat(points.keySet().stream(), doubts.keySet().stream());
        }
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
