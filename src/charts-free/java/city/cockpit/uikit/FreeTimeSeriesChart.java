package city.cockpit.uikit;

import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Unit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    public void onZoom(Consumer<Interval> closer) {
        drawing.addZoomListener(zoomed -> {
            if (zoomed.from < zoomed.to)
                closer.accept(
                        new Interval(Instant.ofEpochMilli((long) zoomed.from), Instant.ofEpochMilli((long) zoomed.to)));
        });
    }

    @Override
    public void show(Course course) {
        drawing.getElement().setPropertyJson("course", json(course));
    }

    private ObjectNode json(Course course) {
        var json = JSON.objectNode();
        json.put("from", course.span().from().toEpochMilli());
        json.put("to", course.span().to().toEpochMilli());
        json.put("zone", words.formats().zone().getId());
        json.put("language", words.formats().isGerman() ? "de" : "en-GB");
        var axes = json.putArray("axes");
        course.units().forEach(unit -> axes.add(axis(course, unit)));
        json.set("ticks", ticks(course.span()));
        var doubts = json.putArray("doubts");
        for (var start : course.doubtfulSteps())
            doubts.addArray()
                    .add(start.toEpochMilli())
                    .add(start.plus(course.doubtfulLength()).toEpochMilli());
        course.breach()
                .ifPresent(time -> json.putArray("breach")
                        .add(time.from().toEpochMilli())
                        .add(time.to().toEpochMilli()));
        var lines = json.putArray("lines");
        course.lines().forEach(line -> lines.add(line(course, line)));
        return json;
    }

    private static ObjectNode axis(Course course, Unit unit) {
        var kinds = course.lines().stream()
                .map(Course.Line::property)
                .filter(property -> property.unit().equals(unit))
                .map(ObservedProperty::kind)
                .collect(Collectors.toSet());
        var json = JSON.objectNode();
        json.put("unit", unit.symbol());
        json.put("circle", kinds.contains(Kind.DIRECTION));
        json.put("zero", kinds.contains(Kind.COUNT) || kinds.contains(Kind.TALLY));
        var limits = json.putArray("limits");
        course.limits().stream()
                .filter(limit -> limit.unit().equals(unit))
                .forEach(limit -> limits.addObject().put("label", limit.label()).put("value", limit.value()));
        return json;
    }

    private ObjectNode line(Course course, Course.Line line) {
        var json = JSON.objectNode();
        json.put("name", line.name());
        json.put("axis", course.units().indexOf(line.property().unit()));
        json.put("decimals", line.property().decimals());
        json.put("points", line.property().kind() == Kind.DIRECTION);
        stretches(json.putArray("stretches"), line.stretches());
        if (line.before().isPresent()) {
            var before = json.putObject("before");
            before.put("name", words.text("course.before-of", line.name()));
            stretches(before.putArray("stretches"), line.stretchesBefore());
        }
        if (course.lines().size() == 1) band(json, line);
        return json;
    }

    private static void stretches(ArrayNode json, List<List<TimeSeries.Point>> stretches) {
        for (var stretch : stretches) {
            var points = json.addArray();
            for (var point : stretch)
                if (point.value().isPresent())
                    points.addArray()
                            .add(point.from().toEpochMilli())
                            .add(point.value().getAsDouble());
        }
    }

    /** What is usual, or the extremes: bands only where there is a single line, or nobody could read them. */
    private void band(ObjectNode json, Course.Line line) {
        if (!line.usual().isEmpty()) {
            var usual = band(json, "course.usual").addArray();
            for (var hour : line.usual()) {
                edge(usual, hour.from(), hour.lower(), hour.upper());
                edge(usual, hour.to().minusMillis(1), hour.lower(), hour.upper());
            }
        } else if (line.points().stream().anyMatch(point -> point.min().isPresent())) {
            var extremes = band(json, "course.extremes");
            for (var stretch : line.stretches()) {
                var edges = extremes.addArray();
                for (var point : stretch)
                    if (point.min().isPresent() && point.max().isPresent())
                        edge(
                                edges,
                                point.from(),
                                point.min().getAsDouble(),
                                point.max().getAsDouble());
            }
        }
    }

    private ArrayNode band(ObjectNode json, String name) {
        return json.putObject("band").put("name", words.text(name)).putArray("stretches");
    }

    private static void edge(ArrayNode band, Instant time, double low, double high) {
        band.addArray().add(time.toEpochMilli()).add(low).add(high);
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
        if (length.compareTo(Duration.ofDays(60)) > 0) return months(span, zone, length);
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

    private static List<Instant> months(Interval span, ZoneId zone, Duration length) {
        var step = length.toDays() > 3 * 366 ? 12 : 1;
        var times = new ArrayList<Instant>();
        var month = span.from().atZone(zone).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        if (step == 12) month = month.withMonth(1);
        for (; month.toInstant().isBefore(span.to()); month = month.plusMonths(step))
            if (!month.toInstant().isBefore(span.from())) times.add(month.toInstant());
        return times;
    }

    @Tag("city-chart")
    @JsModule("./city-chart.ts")
    @NpmPackage(value = "echarts", version = "6.1.0")
    static final class Drawing extends Component {

        Drawing() {
            getElement().setAttribute("aria-hidden", "true");
            getElement().getClassList().add("chart");
        }

        void addZoomListener(ComponentEventListener<Zoomed> listener) {
            addListener(Zoomed.class, listener);
        }
    }

    /** A reader has drawn a frame around a span. */
    @DomEvent("zoomed")
    public static final class Zoomed extends ComponentEvent<Drawing> {

        private final double from;
        private final double to;

        public Zoomed(
                Drawing source,
                boolean fromBrowser,
                @EventData("event.detail.from") double from,
                @EventData("event.detail.to") double to) {
            super(source, fromBrowser);
            this.from = from;
            this.to = to;
        }
    }
}
