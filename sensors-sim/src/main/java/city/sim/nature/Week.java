package city.sim.nature;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The course of a working day, of a Saturday and of a Sunday or holiday. */
record Week(Curve workday, Curve saturday, Curve sunday) {

    /** Holidays with a fixed date; the movable ones pass as ordinary days. */
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 3), MonthDay.of(12, 25), MonthDay.of(12, 26));

    double at(LocalTimes local) {
        return on(local.date()).at(local.hour());
    }

    Curve on(LocalDate date) {
        if (HOLIDAYS.contains(MonthDay.from(date))) return sunday;
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> workday;
        };
    }
}
