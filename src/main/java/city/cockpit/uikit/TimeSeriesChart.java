package city.cockpit.uikit;

import com.vaadin.flow.component.Component;

/**
 * A chart of values over time: lines with gaps where nothing was measured, times of the town on the axis, no animation.
 * Decoration for screen readers, who get the sentences and the table beside it. Only on the thread of its page.
 */
interface TimeSeriesChart {

    /** What to put on the page. */
    Component component();

    /** Draws the course in place of what was drawn before. */
    void show(Course course);
}
