package city.cockpit.history.rollup;

import city.cockpit.history.Resolution;
import city.cockpit.measurement.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The days, weeks, months and years by the clock of a town. They begin with a full hour of the world's clock: in zones that
 * differ from it by half an hour, at half past twelve.
 */
record TownDays(ZoneId zone) {

    /** When a step begins and when it ends. */
    record Step(long from, long to) {}

    LocalDate day(long micros) {
        return LocalDate.ofInstant(HourReader.instant(micros), zone);
    }

    /** The first full hour of the day. */
    long start(LocalDate day) {
        return ceiling(day.atStartOfDay(zone).toInstant());
    }

    long end(LocalDate day) {
        return start(day.plusDays(1));
    }

    /** The day by whose hours it is, which is the day before for what lies before its first full hour. */
    LocalDate dayOfHour(long hour) {
        var day = day(hour);
        return hour < start(day) ? day.minusDays(1) : day;
    }

    /** The days of which the rollups depend on that hour. */
    List<LocalDate> daysOfHour(long hour, Kind kind) {
        var day = dayOfHour(hour);
        // A night belongs to the day on which it begins.
        return kind == Kind.DECIBEL && hourOfDay(hour) < SoundLevels.MORNING
                ? List.of(day.minusDays(1), day)
                : List.of(day);
    }

    int hourOfDay(long micros) {
        return HourReader.instant(micros).atZone(zone).getHour();
    }

    /** The first full hour from that time of the day on. */
    long at(LocalDate day, int hour) {
        return ceiling(day.atTime(hour, 0).atZone(zone).toInstant());
    }

    /** The step to which the hour belongs. */
    Step step(long hour, Resolution resolution) {
        if (resolution.level() == city.cockpit.history.Level.DAY) {
            var first = first(dayOfHour(hour), resolution);
            return new Step(start(first), start(next(first, resolution)));
        }
        var hours = (int) resolution.typical().toHours();
        if (hours == 1) return new Step(hour, hour + HourRollups.HOUR);
        var day = dayOfHour(hour);
        var begin = hourOfDay(hour) / hours * hours;
        var end = begin + hours;
        return new Step(at(day, begin), end >= 24 ? end(day) : at(day, end));
    }

    /**
     * The steps of hours, each of which begins where the one before it ends.
     *
     * @param from begin of the first one
     * @param to a full hour; the last one has it or ends with it
     */
    List<Step> steps(long from, long to, Resolution resolution) {
        var steps = new ArrayList<Step>();
        for (var start = from; start < to; start = steps.getLast().to()) steps.add(step(start, resolution));
        return steps;
    }

    /** First day of the week, month or year. */
    static LocalDate first(LocalDate day, Resolution resolution) {
        return switch (resolution) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case READING,
                    MINUTE,
                    TWO_MINUTES,
                    FIVE_MINUTES,
                    TEN_MINUTES,
                    QUARTER_HOUR,
                    HALF_HOUR,
                    HOUR,
                    TWO_HOURS,
                    THREE_HOURS,
                    SIX_HOURS,
                    TWELVE_HOURS,
                    DAY -> day;
        };
    }

    /** First day of the next week, month or year. */
    static LocalDate next(LocalDate first, Resolution resolution) {
        return switch (resolution) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case YEAR -> first.plusYears(1);
            case READING,
                    MINUTE,
                    TWO_MINUTES,
                    FIVE_MINUTES,
                    TEN_MINUTES,
                    QUARTER_HOUR,
                    HALF_HOUR,
                    HOUR,
                    TWO_HOURS,
                    THREE_HOURS,
                    SIX_HOURS,
                    TWELVE_HOURS,
                    DAY -> first.plusDays(1);
        };
    }

    private static long ceiling(Instant time) {
        var hour = time.truncatedTo(ChronoUnit.HOURS);
        return HourReader.micros(hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS));
    }
}
