package city.cockpit.uikit;

import city.cockpit.measurement.Kind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.AxisType;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.DateTimeLabelFormats;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotBand;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;

/** Draws with Vaadin Charts. */
@JsModule("./chart-lines.ts")
final class VaadinTimeSeriesChart implements TimeSeriesChart {

    private static final int MOST_POINTS = 10_000;

    private final Wording words;
    private final Chart chart = new Chart(ChartType.LINE);

    VaadinTimeSeriesChart(Wording words) {
        this.words = words;
        chart.addClassName("chart");
        chart.getElement().setAttribute("aria-hidden", "true");
    }

    @Override
    public Component component() {
        return chart;
    }

    @Override
    public void show(Course course) {
        var configuration = new Configuration();
        configuration.getChart().setType(ChartType.LINE);
        configuration.getChart().setAnimation(false);
        configuration.getChart().setStyledMode(true);
        configuration.setTitle("");
        configuration.getAccessibility().setEnabled(false);
        configuration.getTime().setTimezone(words.formats().zone().getId());
        configuration.getLegend().setEnabled(course.lines().size() > 1);
        timeAxis(configuration, course);
        doubts(configuration, course);
        valueAxis(configuration, course);
        tooltip(configuration, course);
        course.lines().forEach(line -> configuration.addSeries(series(course, line)));
        chart.setConfiguration(configuration);
        chart.drawChart(true);
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
        axis.setDateTimeLabelFormats(formats);
    }

    /** A ground behind the steps with implausible values, which are not drawn. */
    private static void doubts(Configuration configuration, Course course) {
        for (var start : course.doubtfulSteps()) {
            var ground = new PlotBand();
            ground.setFrom(start.toEpochMilli());
            ground.setTo(start.plus(course.step()).toEpochMilli());
            ground.setClassName("doubt");
            configuration.getxAxis().addPlotBand(ground);
        }
    }

    private static void valueAxis(Configuration configuration, Course course) {
        var axis = configuration.getyAxis();
        axis.setTitle(course.property().unit().symbol());
        if (course.property().kind() == Kind.COUNT) axis.setSoftMin(0);
        if (course.property().kind() == Kind.METER) axis.getLabels().setFormat("{value:,.0f}");
        if (course.property().kind() == Kind.DIRECTION) {
            axis.setMin(0);
            axis.setMax(360);
            axis.setTickInterval(90);
        }
    }

    private void tooltip(Configuration configuration, Course course) {
        var tooltip = configuration.getTooltip();
        var symbol = course.property().unit().symbol();
        tooltip.setEnabled(true);
        tooltip.setShared(true);
        tooltip.setAnimation(false);
        tooltip.setXDateFormat(words.formats().isGerman() ? "%A, %e. %B, %H:%M Uhr" : "%A %e %B, %H:%M");
        tooltip.setValueDecimals(course.property().decimals());
        tooltip.setValueSuffix(symbol.isEmpty() ? "" : Formats.UNIT_SPACE + symbol);
    }

    private static DataSeries series(Course course, Course.Line line) {
        var series = new DataSeries(line.name());
        var options = new PlotOptionsLine();
        options.setAnimation(false);
        options.setMarker(new Marker(false));
        options.setTurboThreshold(MOST_POINTS);
        if (course.property().kind() == Kind.DIRECTION) {
            options.setClassName("points-only");
            options.setMarker(new Marker(true));
        }
        series.setPlotOptions(options);
        course.stretches(line).forEach(stretch -> addTo(series, stretch));
        return series;
    }

    /** A single point between two gaps has no line, so it gets a mark. */
    private static void addTo(DataSeries series, List<Course.Point> stretch) {
        if (series.size() > 0)
            series.add(new DataSeriesItem(stretch.getFirst().start().minusMillis(1), (Number) null));
        for (var point : stretch) {
            var item = new DataSeriesItem(point.start(), point.mean());
            if (stretch.size() == 1) item.setMarker(new Marker(true));
            series.add(item);
        }
    }
}
