/**
 * What the town publishes elsewhere as calendars, iCal or CSV: events, collections of waste, opening hours. Owns the table
 * {@code town_calendar}. See decision record 0084.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "csv", "measurement", "town"})
package city.cockpit.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
