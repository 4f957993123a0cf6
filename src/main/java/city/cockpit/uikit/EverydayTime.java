package city.cockpit.uikit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;

/** When something is, as people say it: "18 Uhr" of today, "morgen, 18 Uhr", "Montag, 6:30 Uhr". */
public final class EverydayTime {

    private static final int WEEK = 7;

    private final Wording words;
    private final LocalDate today;

    public EverydayTime(Wording words, Instant now) {
        this.words = words;
        this.today = now.atZone(words.formats().zone()).toLocalDate();
    }

    /** A moment, in the past or to come. */
    public String of(Instant time) {
        var there = time.atZone(words.formats().zone());
        var day = there.toLocalDate();
        if (day.equals(today.plusDays(1)) && there.toLocalTime().equals(LocalTime.MIDNIGHT))
            return words.text("everyday.midnight");
        var hour = hour(there.toLocalTime());
        return day.equals(today) ? hour : words.text("everyday.day-and-hour", day(day), hour);
    }

    /** Such as "6 Uhr" or "6:30 Uhr". */
    public String hour(LocalTime time) {
        return time.getMinute() == 0
                ? words.text("everyday.hour", String.valueOf(time.getHour()))
                : words.text("everyday.minute", String.valueOf(time.getHour()), "%02d".formatted(time.getMinute()));
    }

    /** Today, tomorrow, a day of this week by its name, any other with its date. */
    public String day(LocalDate day) {
        if (day.equals(today)) return words.text("everyday.today");
        if (day.equals(today.plusDays(1))) return words.text("everyday.tomorrow");
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale());
        return day.isAfter(today) && day.isBefore(today.plusDays(WEEK))
                ? weekday
                : words.text("everyday.date", weekday, words.formats().dayOfYear(day));
    }
}
