package city.cockpit.uikit;

import static java.util.stream.Collectors.toMap;

import city.cockpit.history.Doubt;
import city.cockpit.history.TimeSeries.Point;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The numbers of a course as a table, newest first until a reader sorts it by another column. A single line has its extremes,
 * its readings and its coverage beside it; of several lines each has a column, and coverage is told where it is not whole.
 */
final class CourseTable extends Composite<Div> {

    /** More rows nobody reads on a screen; the download has all. */
    private static final int MOST_ROWS = 750;

    private final Wording words;
    private final Paragraph more = new Paragraph();
    private final Div scroll = new Div();
    private Optional<Course> course = Optional.empty();
    private int sortedBy;
    private boolean ascending;

    CourseTable(Wording words) {
        this.words = words;
        more.addClassName("figure-note");
        scroll.addClassName("scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", words.text("course.table"));
        getContent().addClassName("course-table");
        getContent().add(scroll, more);
    }

    void show(Course next) {
        if (course.map(Course::lines).map(List::size).orElse(0) != next.lines().size()) sortBy(0, false);
        course = Optional.of(next);
        fill(next);
    }

    private void sortBy(int column, boolean upwards) {
        sortedBy = column;
        ascending = upwards;
    }

    private void fill(Course shown) {
        var columns = columns(shown);
        var rows = rows(shown);
        var order = columns.get(sortedBy).order();
        rows.sort(ascending ? order : order.reversed());
        var table = new NativeTable();
        table.setCaptionText(words.text(
                shown.lines().size() == 1 ? "course.caption" : "course.caption.several",
                words.text("course.step." + shown.resolution())));
        table.getHead().add(head(shown, columns));
        rows.stream().limit(MOST_ROWS).forEach(row -> table.getBody().add(row(row, columns)));
        more.setVisible(rows.size() > MOST_ROWS);
        more.setText(words.text("course.table.more", (long) MOST_ROWS, (long) rows.size()));
        scroll.removeAll();
        scroll.add(table);
    }

    /** A column: its title, what stands in it, and how its rows are ordered. */
    private record Column(String title, Function<Row, NativeTableCell> cell, Comparator<Row> order) {}

    /** What each line says of one step. */
    private record Row(Instant start, List<Optional<Point>> points, List<Optional<Doubt>> doubts) {}

    private List<Column> columns(Course shown) {
        var columns = new ArrayList<Column>();
        columns.add(
                new Column(words.text("course.time"), row -> new NativeTableCell(), Comparator.comparing(Row::start)));
        if (shown.lines().size() == 1) alone(columns, shown.lines().getFirst(), shown);
        else
            for (var i = 0; i < shown.lines().size(); i++)
                columns.add(value(
                        shown.lines().get(i),
                        i,
                        withUnit(shown.lines().get(i).name(), shown.lines().get(i)),
                        true,
                        shown));
        return columns;
    }

    private void alone(List<Column> columns, Course.Line line, Course shown) {
        columns.add(value(
                line, 0, withUnit(words.text("course.value." + line.property().kind()), line), false, shown));
        if (line.points().stream().anyMatch(point -> point.min().isPresent())) {
            columns.add(number(line, withUnit(words.text("course.min"), line), Point::min));
            columns.add(number(line, withUnit(words.text("course.max"), line), Point::max));
        }
        columns.add(new Column(
                words.text("course.count"),
                row -> new NativeTableCell(text(row, point -> words.formats().count(point.count()))),
                by(point -> OptionalDouble.of(point.count()))));
        columns.add(new Column(
                words.text("course.coverage"),
                row -> new NativeTableCell(text(row, point -> percent(point.coverage()))),
                by(point -> OptionalDouble.of(point.coverage()))));
    }

    private Column value(Course.Line line, int index, String title, boolean withCoverage, Course shown) {
        var caughtUp = Set.copyOf(line.caughtUp());
        return new Column(
                title,
                row -> {
                    var point = row.points().get(index);
                    var cell =
                            new NativeTableCell(point.filter(one -> one.value().isPresent())
                                    .<Component>map(one -> proved(one, line, shown))
                                    .orElseGet(() -> new Text("–")));
                    if (withCoverage)
                        point.filter(one -> words.formats().isPart(one.coverage()))
                                .ifPresent(
                                        one -> cell.add(below(words.text("course.covered", percent(one.coverage())))));
                    if (point.filter(caughtUp::contains).isPresent())
                        cell.add(below(words.text("course.caught-up-in-step")));
                    if (point.filter(shown::isBroken).isPresent()) cell.add(below(words.text("course.breach-in-step")));
                    row.doubts().get(index).ifPresent(doubt -> cell.add(below(doubt(doubt, line))));
                    return cell;
                },
                Comparator.comparingDouble(row -> row.points()
                        .get(index)
                        .map(point -> orLowest(point.value()))
                        .orElse(Double.NEGATIVE_INFINITY)));
    }

    /** The number is the way to its evidence. */
    private Anchor proved(Point point, Course.Line line, Course shown) {
        var number = new Anchor(NumberAddresses.of(shown, line, point).address(), number(point.value(), line));
        number.setTitle(words.text("proof.link"));
        number.addClassName("proof");
        return number;
    }

    private Column number(Course.Line line, String title, Function<Point, OptionalDouble> figure) {
        return new Column(
                title, row -> new NativeTableCell(text(row, point -> number(figure.apply(point), line))), by(figure));
    }

    private static Comparator<Row> by(Function<Point, OptionalDouble> figure) {
        return Comparator.comparingDouble(row -> row.points()
                .getFirst()
                .map(point -> orLowest(figure.apply(point)))
                .orElse(Double.NEGATIVE_INFINITY));
    }

    private static double orLowest(OptionalDouble value) {
        return value.orElse(Double.NEGATIVE_INFINITY);
    }

    private static String text(Row row, Function<Point, String> what) {
        return row.points().getFirst().map(what).orElse("–");
    }

    private String number(OptionalDouble value, Course.Line line) {
        return value.isEmpty() ? "–" : words.formats().value(value.getAsDouble(), line.property());
    }

    private String percent(double share) {
        return words.formats().coverage(share);
    }

    private static String withUnit(String title, Course.Line line) {
        var symbol = line.property().unit().symbol();
        return symbol.isEmpty() ? title : title + " (" + symbol + ")";
    }

    private static List<Row> rows(Course shown) {
        var points = shown.lines().stream().map(CourseTable::points).toList();
        var doubts = shown.lines().stream().map(CourseTable::doubts).toList();
        return new ArrayList<>(Stream.concat(points.stream(), doubts.stream())
                .flatMap(column -> column.keySet().stream())
                .distinct()
                .map(start -> new Row(start, at(start, points), at(start, doubts)))
                .toList());
    }

    private static Map<Instant, Point> points(Course.Line line) {
        return line.points().stream().collect(toMap(Point::from, point -> point));
    }

    private static Map<Instant, Doubt> doubts(Course.Line line) {
        return line.data().doubts().stream().collect(toMap(Doubt::start, doubt -> doubt));
    }

    private static <T> List<Optional<T>> at(Instant start, List<Map<Instant, T>> columns) {
        return columns.stream()
                .map(column -> Optional.ofNullable(column.get(start)))
                .toList();
    }

    private NativeTableRow head(Course shown, List<Column> columns) {
        var head = new NativeTableRow();
        for (var i = 0; i < columns.size(); i++)
            head.add(header(shown, columns.get(i).title(), i));
        return head;
    }

    private NativeTableHeaderCell header(Course shown, String title, int column) {
        var sort = new NativeButton(title, pressed -> {
            sortBy(column, column == sortedBy && !ascending);
            fill(shown);
        });
        var cell = new NativeTableHeaderCell(sort);
        cell.getElement().setAttribute("scope", "col");
        if (column == sortedBy) cell.getElement().setAttribute("aria-sort", ascending ? "ascending" : "descending");
        return cell;
    }

    private NativeTableRow row(Row row, List<Column> columns) {
        var start = new NativeTableHeaderCell(time(row.start()));
        start.getElement().setAttribute("scope", "row");
        var line = new NativeTableRow(start);
        columns.stream().skip(1).forEach(column -> line.add(column.cell().apply(row)));
        return line;
    }

    private String time(Instant start) {
        var shown = course.orElseThrow();
        return shown.resolution().typical().toDays() >= 1
                ? words.formats().date(start)
                : words.formats().minute(start, shown.span().to().minusMillis(1));
    }

    private static Div below(String text) {
        var line = new Div(text);
        line.addClassName("cell-doubt");
        return line;
    }

    private String doubt(Doubt doubt, Course.Line line) {
        var highest = words.formats().quantity(doubt.highest(), line.property());
        var lowest = words.formats().value(doubt.lowest(), line.property());
        var values =
                doubt.lowest() == doubt.highest() ? highest : words.text("course.doubtful-values", lowest, highest);
        return words.text("course.doubts-of-step", (long) doubt.readings(), values);
    }
}
