package city.cockpit.uikit;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Unit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.AxisType;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.DateTimeLabelFormats;
import com.vaadin.flow.component.charts.model.Dimension;
import com.vaadin.flow.component.charts.model.Label;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotBand;
import com.vaadin.flow.component.charts.model.PlotLine;
import com.vaadin.flow.component.charts.model.PlotOptionsArearange;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.SeriesTooltip;
import com.vaadin.flow.component.charts.model.YAxis;
import com.vaadin.flow.component.charts.model.Zooming;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Draws with Vaadin Charts. */
@JsModule("./chart-lines.ts")
final class VaadinTimeSeriesChart implements TimeSeriesChart {

    private static final int MOST_POINTS = 10_000;
    private static final double CLOSER = 0.95;

    private final Wording words;
    private final Chart chart = new Chart(ChartType.LINE);
    private Optional<Interval> drawn = Optional.empty();

    VaadinTimeSeriesChart(Wording words) {
        this.words = words;
        chart.addClassName("chart");
        chart.getElement().setAttribute("aria-hidden", "true");
    }

    @Override
    public Component component() {
        return chart;
    }

    /** The chart also tells when it has been drawn; only what is clearly less than all was framed by a reader. */
    @Override
    public void onZoom(Consumer<Interval> closer) {
        chart.addXAxesExtremesSetListener(zoomed -> drawn.ifPresent(all -> {
            var length = zoomed.getMaximum() - zoomed.getMinimum();
            if (length > 0 && length < CLOSER * all.length().toMillis())
                closer.accept(new Interval(Instant.ofEpochMilli((long) zoomed.getMinimum()), Instant.ofEpochMilli((long)
                        zoomed.getMaximum())));
        }));
    }

    @Override
    public void show(Course course) {
        drawn = Optional.of(course.span());
        var configuration = new Configuration();
        configuration.getChart().setType(ChartType.LINE);
        configuration.getChart().setAnimation(false);
        configuration.getChart().setStyledMode(true);
        configuration.getChart().setZooming(sideways());
        configuration.setTitle("");
        configuration.getAccessibility().setEnabled(false);
        configuration.getTime().setTimezone(words.formats().zone().getId());
        configuration.getLegend().setEnabled(course.lines().size() > 1);
        timeAxis(configuration, course);
        course.breach()
                .ifPresent(time -> configuration.getxAxis().addPlotBand(ground(time.from(), time.to(), "breach")));
        doubts(configuration, course);
        course.units().forEach(unit -> configuration.addyAxis(valueAxis(course, unit)));
        configuration.getTooltip().setEnabled(true);
        configuration.getTooltip().setShared(true);
        configuration.getTooltip().setAnimation(false);
        configuration
                .getTooltip()
                .setXDateFormat(words.formats().isGerman() ? "%A, %e. %B %Y, %H:%M Uhr" : "%A %e %B %Y, %H:%M");
        course.lines().forEach(line -> configuration.addSeries(series(course, line)));
        behind(configuration, course);
        chart.setConfiguration(configuration);
        chart.drawChart(true);
    }

    /** A finger scrolls the page. */
    private static Zooming sideways() {
        var zooming = new Zooming();
        zooming.setType(Dimension.X);
        zooming.setSingleTouch(false);
        return zooming;
    }

    private void timeAxis(Configuration configuration, Course course) {
        var axis = configuration.getxAxis();
        axis.setType(AxisType.DATETIME);
        axis.setMin(course.span().from());
        axis.setMax(course.span().to());
        var day = words.formats().isGerman() ? "%a %e.%m." : "%a %e %b";
        var formats = new DateTimeLabelFormats(day, "%H:%M");
        formats.setHour("%H:%M");
        formats.setMinute("%H:%M");
        formats.setWeek(day);
        formats.setMonth("%b %Y");
        axis.setDateTimeLabelFormats(formats);
    }

    /** A ground behind the steps with values that nobody believes, which are not drawn. */
    private static void doubts(Configuration configuration, Course course) {
        for (var start : course.doubtfulSteps())
            configuration.getxAxis().addPlotBand(ground(start, start.plus(course.doubtfulLength()), "doubt"));
    }

    private static PlotBand ground(Instant from, Instant to, String name) {
        var ground = new PlotBand();
        ground.setFrom(from.toEpochMilli());
        ground.setTo(to.toEpochMilli());
        ground.setClassName(name);
        return ground;
    }

    private YAxis valueAxis(Course course, Unit unit) {
        var kinds = course.lines().stream()
                .map(Course.Line::property)
                .filter(property -> property.unit().equals(unit))
                .map(property -> property.kind())
                .collect(Collectors.toSet());
        var axis = new YAxis();
        axis.setTitle(unit.symbol());
        axis.setOpposite(!unit.equals(course.units().getFirst()));
        if (kinds.contains(Kind.COUNT) || kinds.contains(Kind.TALLY)) axis.setSoftMin(0);
        if (kinds.contains(Kind.METER)) axis.getLabels().setFormat("{value:,.0f}");
        if (kinds.contains(Kind.DIRECTION)) {
            axis.setMin(0);
            axis.setMax(360);
            axis.setTickInterval(90);
        }
        course.limits().stream()
                .filter(limit -> limit.unit().equals(unit))
                .forEach(limit -> axis.addPlotLine(line(limit)));
        return axis;
    }

    private static PlotLine line(Course.Limit limit) {
        var line = new PlotLine();
        line.setValue(limit.value());
        line.setClassName("limit");
        line.setLabel(new Label(limit.label()));
        return line;
    }

    private DataSeries series(Course course, Course.Line line) {
        var series = new DataSeries(line.name());
        var options = new PlotOptionsLine();
        options.setAnimation(false);
        options.setMarker(new Marker(false));
        options.setTurboThreshold(MOST_POINTS);
        options.setColorIndex(course.lines().indexOf(line));
        options.setTooltip(tooltip(line));
        if (line.property().kind() == Kind.DIRECTION) {
            options.setClassName("points-only");
            options.setMarker(new Marker(true));
        }
        series.setPlotOptions(options);
        series.setyAxis(axis(course, line));
        line.stretches().forEach(stretch -> addTo(series, stretch));
        return series;
    }

    private static SeriesTooltip tooltip(Course.Line line) {
        var symbol = line.property().unit().symbol();
        var tooltip = new SeriesTooltip();
        tooltip.setValueDecimals(line.property().decimals());
        tooltip.setValueSuffix(symbol.isEmpty() ? "" : Formats.UNIT_SPACE + symbol);
        return tooltip;
    }

    private static int axis(Course course, Course.Line line) {
        return course.units().indexOf(line.property().unit());
    }

    /** A single point between two gaps has no line, so it gets a mark. */
    private static void addTo(DataSeries series, List<TimeSeries.Point> stretch) {
        if (series.size() > 0)
            series.add(new DataSeriesItem(stretch.getFirst().from().minusMillis(1), (Number) null));
        for (var point : stretch) {
            if (point.value().isEmpty()) continue;
            var item = new DataSeriesItem(point.from(), point.value().getAsDouble());
            if (stretch.size() == 1) item.setMarker(new Marker(true));
            series.add(item);
        }
    }

    /** What stands behind the lines: bands only where there is a single line, or nobody could read them. */
    private void behind(Configuration configuration, Course course) {
        for (var line : course.lines()) {
            line.before().ifPresent(before -> configuration.addSeries(before(course, line)));
            if (course.lines().size() > 1) continue;
            if (!line.usual().isEmpty()) configuration.addSeries(usual(course, line));
            else if (course.resolution() != Resolution.READING
                    && line.points().stream().anyMatch(point -> point.min().isPresent()))
                configuration.addSeries(extremes(course, line));
        }
    }

    private DataSeries before(Course course, Course.Line line) {
        var series = new DataSeries(words.text("course.before-of", line.name()));
        var options = new PlotOptionsLine();
        options.setAnimation(false);
        options.setMarker(new Marker(false));
        options.setTurboThreshold(MOST_POINTS);
        options.setColorIndex(course.lines().indexOf(line));
        options.setClassName("before");
        options.setShowInLegend(false);
        options.setTooltip(tooltip(line));
        series.setPlotOptions(options);
        series.setyAxis(axis(course, line));
        line.stretchesBefore().forEach(stretch -> addTo(series, stretch));
        return series;
    }

    private DataSeries extremes(Course course, Course.Line line) {
        var series = new DataSeries(words.text("course.extremes"));
        series.setPlotOptions(area(course, line, "extremes"));
        series.setyAxis(axis(course, line));
        for (var stretch : line.stretches()) {
            if (series.size() > 0) series.add(gap(stretch.getFirst().from()));
            for (var point : stretch)
                if (point.min().isPresent() && point.max().isPresent())
                    series.add(new DataSeriesItem(
                            point.from(), point.min().getAsDouble(), point.max().getAsDouble()));
        }
        return series;
    }

    private DataSeries usual(Course course, Course.Line line) {
        var series = new DataSeries(words.text("course.usual"));
        series.setPlotOptions(area(course, line, "usual"));
        series.setyAxis(axis(course, line));
        for (var hour : line.usual()) {
            series.add(new DataSeriesItem(hour.from(), hour.lower(), hour.upper()));
            series.add(new DataSeriesItem(hour.to().minusMillis(1), hour.lower(), hour.upper()));
        }
        return series;
    }

    private static PlotOptionsArearange area(Course course, Course.Line line, String name) {
        var options = new PlotOptionsArearange();
        options.setAnimation(false);
        options.setTurboThreshold(MOST_POINTS);
        options.setColorIndex(course.lines().indexOf(line));
        options.setClassName(name);
        options.setTooltip(tooltip(line));
        return options;
    }

    private static DataSeriesItem gap(Instant before) {
        return new DataSeriesItem(before.minusMillis(1), (Number) null, (Number) null);
    }
}
