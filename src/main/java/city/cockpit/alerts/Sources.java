package city.cockpit.alerts;

import city.cockpit.history.ReadingStore;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.UsualValues;
import java.time.ZoneId;

/** Where what rules judge comes from, and the zone in which days are days. */
record Sources(ReadingStore readings, TimeSeriesStore courses, UsualValues usual, ZoneId zone) {}
