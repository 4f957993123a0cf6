package city.sim.nature;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What kind of day it is in the town.
 *
 * @param schoolHoliday whether the schools are closed for longer than a weekend
 * @param market whether stalls stand on the market place
 */
record Day(long epochDay, Kind kind, boolean schoolHoliday, boolean market) {

    enum Kind {
        WORKDAY,
        SATURDAY,
        /** Also every public holiday. */
        SUNDAY
    }

    private static final Set<DayOfWeek> MARKET_DAYS = Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY);
    private static final Map<Long, Day> KNOWN = new ConcurrentHashMap<>();

    static Day of(long epochDay) {
        return KNOWN.computeIfAbsent(epochDay, Day::lookUp);
    }

    private static Day lookUp(long epochDay) {
        var date = LocalDate.ofEpochDay(epochDay);
        var kind = kind(date);
        var market = kind != Kind.SUNDAY && MARKET_DAYS.contains(date.getDayOfWeek());
        return new Day(epochDay, kind, isSchoolHoliday(date), market);
    }

    private static Kind kind(LocalDate date) {
        if (isPublicHoliday(date)) return Kind.SUNDAY;
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> Kind.SATURDAY;
            case SUNDAY -> Kind.SUNDAY;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY ->
                // On the eves of Christmas and New Year the shops close at noon.
                date.getMonth() == Month.DECEMBER && Set.of(24, 31).contains(date.getDayOfMonth())
                        ? Kind.SATURDAY
                        : Kind.WORKDAY;
        };
    }

    /** The nine holidays of all German states. */
    static boolean isPublicHoliday(LocalDate date) {
        return switch (date.getMonth()) {
            case JANUARY, MAY -> date.getDayOfMonth() == 1 || isMovable(date);
            case OCTOBER -> date.getDayOfMonth() == 3;
            case DECEMBER -> date.getDayOfMonth() == 25 || date.getDayOfMonth() == 26;
            case FEBRUARY, MARCH, APRIL, JUNE, JULY, AUGUST, SEPTEMBER, NOVEMBER -> isMovable(date);
        };
    }

    /** Good Friday, Easter Monday, Ascension and Whit Monday. */
    private static boolean isMovable(LocalDate date) {
        return Set.of(-2L, 1L, 39L, 50L)
                .contains(date.toEpochDay() - easterSunday(date.getYear()).toEpochDay());
    }

    /** After Gauss, as corrected by Lichtenberg. */
    static LocalDate easterSunday(int year) {
        var k = year / 100;
        var m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
        var s = 2 - (3 * k + 3) / 4;
        var a = year % 19;
        var d = (19 * a + m) % 30;
        var r = (d + a / 11) / 29;
        var og = 21 + d - r;
        var sz = 7 - (year + year / 4 + s) % 7;
        return LocalDate.of(year, Month.MARCH, 1).plusDays(og + 7 - (og - sz) % 7 - 1);
    }

    /** After a rule of this town; the real dates of a state are set anew each year. */
    static boolean isSchoolHoliday(LocalDate date) {
        var year = date.getYear();
        var fromEaster = date.toEpochDay() - easterSunday(year).toEpochDay();
        return date.isAfter(LocalDate.of(year, 12, 21))
                || date.isBefore(LocalDate.of(year, 1, 11))
                || (fromEaster >= -8 && fromEaster <= 6)
                || isWithinWeeks(date, mondayFrom(LocalDate.of(year, 7, 1)), 6)
                || isWithinWeeks(date, mondayFrom(LocalDate.of(year, 10, 4)), 2);
    }

    private static LocalDate mondayFrom(LocalDate date) {
        return date.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static boolean isWithinWeeks(LocalDate date, LocalDate first, int weeks) {
        return !date.isBefore(first) && date.isBefore(first.plusWeeks(weeks));
    }
}
