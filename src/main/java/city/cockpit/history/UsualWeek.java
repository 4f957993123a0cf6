package city.cockpit.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What is usual for one series at each hour of the week.
 *
 * @param zone of the town, whose clock counts
 * @param hours those with enough past weeks
 */
public record UsualWeek(ZoneId zone, Map<Hour, Usual> hours) {

    /** One of 168 hours; the number is that of its begin, 0 to 23. */
    public record Hour(DayOfWeek day, int hour) {}

    public UsualWeek {
        hours = Map.copyOf(hours);
    }

    /** What is usual at the hour of that moment; empty before enough weeks have passed. */
    public Optional<Usual> at(Instant time) {
        var local = time.atZone(zone);
        return Optional.ofNullable(hours.get(new Hour(local.getDayOfWeek(), local.getHour())));
    }
}
