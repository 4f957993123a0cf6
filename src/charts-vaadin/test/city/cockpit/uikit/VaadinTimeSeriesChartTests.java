package city.cockpit.uikit;

import city.cockpit.measurement.Interval;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class VaadinTimeSeriesChartTests extends TimeSeriesChartContract {

    @Override
    Told told(TimeSeriesChart chart) {
        var configuration = ((Chart) chart.component()).getConfiguration();
        var axis = configuration.getxAxis();
        return new Told(
                configuration.getSeries().stream().map(Series::getName).toList(),
                configuration.getSeries().stream()
                        .map(series -> stretches((DataSeries) series))
                        .toList(),
                new Interval(time(axis.getMin()), time(axis.getMax())),
                configuration.getTime().getTimezone(),
                configuration.getyAxis().getTitle().getText(),
                configuration.getSeries().stream()
                        .allMatch(series ->
                                "points-only".equals(((PlotOptionsLine) series.getPlotOptions()).getClassName())),
                Arrays.stream(axis.getPlotBands())
                        .map(ground -> quarter(time(ground.getFrom())))
                        .toList());
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
