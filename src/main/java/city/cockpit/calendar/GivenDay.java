package city.cockpit.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of a table, with its time if it has one: {@code 24.12.2026}, {@code 2026-12-24}, {@code 24.12.2026, 18:00 Uhr},
 * {@code 2026-12-24T18:00}. All by the clock of the town.
 */
final class GivenDay {

    private static final String CLOCK =
            "(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))?(?::\\d\\d)?(?:\\s*Uhr|\\s*h)?(?:\\s*[-–]\\s*"
                    + "(?<untilHour>\\d{1,2})(?:[:.](?<untilMinute>\\d\\d))?(?:\\s*Uhr|\\s*h)?)?";
    private static final Pattern TIME = Pattern.compile(CLOCK);

    /** A number alone is no time beside a day: it would have to name its minutes. */
    private static final String TIME_AFTER = "(?:[T ,]+(?<clock>\\d{1,2}[:.]\\d\\d.*))?";

    private static final Pattern GERMAN = Pattern.compile(
            "(?:\\p{L}{2,10}\\.?,? +)?(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4}|\\d\\d)" + TIME_AFTER);
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)" + TIME_AFTER);
    private static final int CENTURY = 2_000;

    private GivenDay() {}

    /** @param time in a cell of its own; may be empty, and what is no time makes a whole day */
    static Optional<Entry.When> find(String day, String time) {
        for (var form : new Pattern[] {GERMAN, ISO}) {
            var parts = form.matcher(day.strip());
            if (parts.matches()) return find(parts, time);
        }
        return Optional.empty();
    }

    private static Optional<Entry.When> find(Matcher parts, String time) {
        try {
            var year = number(parts, "year");
            var date = LocalDate.of(year < 100 ? CENTURY + year : year, number(parts, "month"), number(parts, "day"));
            var clock = parts.group("clock");
            return Optional.of(when(date, TIME.matcher((clock == null ? time : clock).strip())));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Entry.When when(LocalDate date, Matcher clock) {
        if (!clock.matches()) return Entry.When.days(date, date);
        var from = LocalTime.of(number(clock, "hour"), number(clock, "minute"));
        var until = clock.group("untilHour") == null
                ? Optional.<LocalTime>empty()
                : Optional.of(LocalTime.of(number(clock, "untilHour") % 24, number(clock, "untilMinute")));
        var isNextDay = until.filter(end -> !end.isAfter(from)).isPresent();
        return new Entry.When(date, isNextDay ? date.plusDays(1) : date, Optional.of(from), until);
    }

    private static int number(Matcher parts, String group) {
        var digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
