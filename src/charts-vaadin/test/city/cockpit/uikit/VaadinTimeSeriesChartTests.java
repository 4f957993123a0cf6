package city.cockpit.uikit;

import city.cockpit.measurement.Interval;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.PlotBand;
import com.vaadin.flow.component.charts.model.PlotOptionsArearange;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.Series;
import com.vaadin.flow.component.charts.model.XAxis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class VaadinTimeSeriesChartTests extends TimeSeriesChartContract {

    @Override
    Told told(TimeSeriesChart chart) {
        var configuration = ((Chart) chart.component()).getConfiguration();
        var axis = configuration.getxAxis();
        var lines = configuration.getSeries().stream()
                .filter(series -> !isBehind(series))
                .toList();
        var axes = IntStream.range(0, configuration.getNumberOfyAxes())
                .mapToObj(configuration::getyAxis)
                .toList();
        return new Told(
                lines.stream().map(Series::getName).toList(),
                lines.stream().map(series -> stretches((DataSeries) series)).toList(),
                new Interval(time(axis.getMin()), time(axis.getMax())),
                configuration.getTime().getTimezone(),
                axes.stream().map(one -> one.getTitle().getText()).toList(),
                lines.stream().allMatch(series -> "points-only".equals(name(series))),
                grounds(axis, "doubt")
                        .map(ground -> quarter(time(ground.getFrom())))
                        .toList(),
                grounds(axis, "breach")
                        .flatMap(ground -> Stream.of(ground.getFrom(), ground.getTo()))
                        .map(time -> quarter(time(time)))
                        .toList(),
                configuration.getSeries().stream()
                        .filter(VaadinTimeSeriesChartTests::isBehind)
                        .map(Series::getName)
                        .toList(),
                axes.stream()
                        .flatMap(one -> Arrays.stream(one.getPlotLines()))
                        .map(line -> line.getLabel().getText() + "="
                                + line.getValue().doubleValue())
                        .toList());
    }

    private static Stream<PlotBand> grounds(XAxis axis, String name) {
        return Arrays.stream(axis.getPlotBands())
                .filter(ground -> ground.getClassName().equals(name));
    }

    private static boolean isBehind(Series series) {
        return List.of("before", "extremes", "usual").contains(name(series));
    }

    private static String name(Series series) {
        return switch (series.getPlotOptions()) {
            case PlotOptionsLine line -> String.valueOf(line.getClassName());
            case PlotOptionsArearange area -> area.getClassName();
            default -> "";
        };
    }

    private static List<String> stretches(DataSeries series) {
        var stretches = new ArrayList<String>();
        var current = new ArrayList<String>();
        for (var item : series.getData()) {
            if (item.getY() == null) {
                stretches.add(String.join(" ", current));
                current.clear();
            } else current.add(quarter(time(item.getX())) + "=" + item.getY().doubleValue());
        }
        stretches.add(String.join(" ", current));
        return stretches;
    }

    private static Instant time(Number milliseconds) {
        return Instant.ofEpochMilli(milliseconds.longValue());
    }
}
