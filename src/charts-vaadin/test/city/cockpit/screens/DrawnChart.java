package city.cockpit.screens;

/** How a browser test recognises that a chart stands with its lines. */
final class DrawnChart {

    static final String LINE = "vaadin-chart path.highcharts-graph";

    private DrawnChart() {}
}
