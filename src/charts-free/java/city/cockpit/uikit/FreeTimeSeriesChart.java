package city.cockpit.uikit;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws with Apache ECharts. What needs the time of the town is worked out here, so the browser's own zone plays no part. */
final class FreeTimeSeriesChart implements TimeSeriesChart {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Wording words;
    private final Drawing drawing = new Drawing();

    FreeTimeSeriesChart(Wording words) {
        this.words = words;
    }

    @Override
    public Component component() {
        return drawing;
    }

    @Override
    public void show(Course course) {
        drawing.getElement().setPropertyJson("course", json(course));
    }

    private ObjectNode json(Course course) {
        var property = course.property();
        var json = JSON.objectNode();
        json.put("from", course.span().from().toEpochMilli());
        json.put("to", course.span().to().toEpochMilli());
        json.put("zone", words.formats().zone().getId());
        json.put("language", words.formats().isGerman() ? "de" : "en-GB");
        json.put("unit", property.unit().symbol());
        json.put("decimals", property.decimals());
        json.put("points", property.kind() == Kind.DIRECTION);
        json.put("zero", property.kind() == Kind.COUNT || property.kind() == Kind.TALLY);
        json.set("ticks", ticks(course.span()));
        var doubts = json.putArray("doubts");
        for (var start : course.doubtfulSteps())
            doubts.addArray()
                    .add(start.toEpochMilli())
                    .add(start.plus(course.step()).toEpochMilli());
        var lines = json.putArray("lines");
        course.lines().forEach(line -> lines.add(line(course, line)));
        return json;
    }

    private static ObjectNode line(Course course, Course.Line line) {
        var json = JSON.objectNode();
        json.put("name", line.name());
        var stretches = json.putArray("stretches");
        for (var stretch : course.stretches(line)) {
            var points = stretches.addArray();
            stretch.forEach(
                    point -> points.addArray().add(point.start().toEpochMilli()).add(point.mean()));
        }
        return json;
    }

    /** Hours or days of the town, few enough for a telephone. */
    private ArrayNode ticks(Interval span) {
        var ticks = JSON.arrayNode();
        for (var time : times(span)) ticks.add(time.toEpochMilli());
        return ticks;
    }

    private List<Instant> times(Interval span) {
        var zone = words.formats().zone();
        var length = Duration.between(span.from(), span.to());
        var hours = length.compareTo(Duration.ofHours(36)) <= 0 ? 4 : 24;
        var times = new ArrayList<Instant>();
        ZonedDateTime day = span.from().atZone(zone).truncatedTo(ChronoUnit.DAYS);
        for (; day.toInstant().isBefore(span.to()); day = day.plusDays(1))
            for (var hour = 0; hour < 24; hour += hours) {
                var time = day.withHour(hour).toInstant();
                if (!time.isBefore(span.from()) && time.isBefore(span.to())) times.add(time);
            }
        return times;
    }

    @Tag("city-chart")
    @JsModule("./city-chart.ts")
    @NpmPackage(value = "echarts", version = "6.1.0")
    private static final class Drawing extends Component {

        Drawing() {
            getElement().setAttribute("aria-hidden", "true");
            getElement().getClassList().add("chart");
        }
    }
}
