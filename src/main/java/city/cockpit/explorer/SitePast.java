package city.cockpit.explorer;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Course;
import java.util.List;

/**
 * What was measured at one site.
 *
 * @param today the course of each series since midnight, in the order of the question
 * @param records how complete each series is
 */
record SitePast(List<Course> today, List<Completeness> records) {

    SitePast {
        today = List.copyOf(today);
        records = List.copyOf(records);
    }

    /**
     * How complete a series is: the part of the time for which there are believed readings, in whole hours up to now.
     *
     * @param day of the last 24 hours, 0 to 1
     * @param week of the last 7 days
     * @param month of the last 30 days
     * @param gaps of the last 7 days, newest first, whole hours (of slow sensors days) without any believed reading
     * @param isComplete whether everything that is stored was looked at
     */
    record Completeness(Series series, double day, double week, double month, List<Interval> gaps, boolean isComplete) {

        Completeness {
            gaps = List.copyOf(gaps);
        }
    }
}
