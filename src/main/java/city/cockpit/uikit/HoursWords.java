package city.cockpit.uikit;

import city.cockpit.sitefacts.OpeningHours;
import city.cockpit.sitefacts.OpeningHours.Group;
import city.cockpit.sitefacts.OpeningHours.Span;
import city.cockpit.sitefacts.OpeningHours.Standing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opening hours as people read them. */
public final class HoursWords {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final Wording words;

    public HoursWords(Wording words) {
        this.words = words;
    }

    /** Whether it is open and until when. */
    public String now(OpeningHours hours, Instant now) {
        if (hours.isAlways()) return words.text("hours.always");
        var time = new EverydayTime(words, now);
        return switch (hours.at(now, words.formats().zone())) {
            case Standing.Open(var until) -> said("hours.open", "hours.open.until", until, time);
            case Standing.Closed(var until) -> said("hours.closed", "hours.closed.until", until, time);
        };
    }

    private String said(String withoutEnd, String withEnd, Optional<Instant> until, EverydayTime time) {
        return until.map(end -> words.text(withEnd, time.of(end))).orElse(words.text(withoutEnd));
    }

    /** The hours of a week; nothing more of what never closes. */
    public String week(OpeningHours hours) {
        if (hours.isAlways()) return "";
        var days = hours.groups().stream()
                .filter(group -> !group.spans().isEmpty())
                .map(group -> days(group) + " " + times(group.spans()));
        var holidays = hours.holidays()
                .map(spans ->
                        words.text("hours.holidays", spans.isEmpty() ? words.text("hours.closed") : times(spans)));
        return Stream.concat(days, holidays.stream()).collect(Collectors.joining("; "));
    }

    /** Whether nobody said what holds on holidays. */
    public static boolean mayDifferOnHolidays(OpeningHours hours) {
        return hours.holidays().isEmpty();
    }

    private String days(Group group) {
        return group.first() == group.last() ? day(group.first()) : day(group.first()) + "–" + day(group.last());
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()).replace(".", "");
    }

    private String times(List<Span> spans) {
        return words.text(
                "hours.span",
                spans.stream()
                        .map(span -> clock(span.from()) + "–" + clock(span.to()))
                        .collect(Collectors.joining(", ")));
    }

    private String clock(int minute) {
        if (minute == DAY) return words.formats().isGerman() ? "24" : "24:00";
        var time = LocalTime.ofSecondOfDay((minute % DAY) * (long) HOUR);
        return words.formats().isGerman() && time.getMinute() == 0
                ? String.valueOf(time.getHour())
                : "%d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
