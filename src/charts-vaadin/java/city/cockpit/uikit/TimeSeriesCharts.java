package city.cockpit.uikit;

/**
 * Makes charts: the one place that chooses the library. Not a bean, because the front-end build follows references from
 * class to class to find out which browser code to bundle.
 */
final class TimeSeriesCharts {

    private TimeSeriesCharts() {}

    static TimeSeriesChart create(Wording words) {
        return new VaadinTimeSeriesChart(words);
    }
}
