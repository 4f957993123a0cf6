package city.cockpit.uikit;

import city.cockpit.measurement.Interval;
import com.vaadin.flow.component.Component;
import java.util.function.Consumer;

/**
 * A chart of values over time: lines with gaps where nothing was measured, times of the town on the axis, no animation. A
 * single line has the band between its lowest and highest readings, what is usual and what was before are drawn behind.
 * Decoration for screen readers, who get the sentences and the table beside it. Only on the thread of its page.
 */
interface TimeSeriesChart {

    /** What to put on the page. */
    Component component();

    /** Draws the course in place of what was drawn before. */
    void show(Course course);

    /** Calls it with the span that a reader has drawn a frame around, to look closer. */
    void onZoom(Consumer<Interval> closer);
}
