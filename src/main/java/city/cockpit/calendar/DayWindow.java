package city.cockpit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that pages show.
 *
 * @param last included
 */
record DayWindow(LocalDate first, LocalDate last, ZoneId zone) {

    /** With today. */
    static final int DAYS = 31;

    static DayWindow from(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return new DayWindow(today, today.plusDays(DAYS - 1L), zone);
    }

    Instant begin() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** Not included. */
    Instant end() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether one of its days is one of these. */
    boolean touches(Entry.When when) {
        return !when.last().isBefore(first) && !when.first().isAfter(last);
    }
}
