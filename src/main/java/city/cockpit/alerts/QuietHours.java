package city.cockpit.alerts;

import java.time.LocalTime;

/** Part of each day, by the clock of the town, in which an incident is kept but nobody is told; may go over midnight. */
public record QuietHours(LocalTime from, LocalTime until) {

    public QuietHours {
        if (from.equals(until)) throw new IllegalArgumentException("a whole day is not quiet hours");
    }

    public boolean contains(LocalTime time) {
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }
}
