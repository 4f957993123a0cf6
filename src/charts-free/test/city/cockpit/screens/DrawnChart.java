package city.cockpit.screens;

/** How a browser test recognises that a chart stands with its lines. */
final class DrawnChart {

    static final String LINE = "city-chart[data-drawn] path[stroke-linejoin='bevel']:not([d=''])";

    private DrawnChart() {}
}
