package city.cockpit.alerts;

import java.time.LocalDate;
import java.time.MonthDay;

/** Part of each year, both days included; may go over New Year. */
public record Season(MonthDay from, MonthDay until) {

    public boolean contains(LocalDate day) {
        var here = MonthDay.from(day);
        return from.isAfter(until)
                ? !here.isBefore(from) || !here.isAfter(until)
                : !here.isBefore(from) && !here.isAfter(until);
    }
}
