package city.cockpit.citizens;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import city.cockpit.calendar.CalendarSource.Kind;
import city.cockpit.calendar.Entry;
import city.cockpit.calendar.TownCalendars.Belief;
import city.cockpit.calendar.TownCalendars.Published;
import city.cockpit.uikit.EverydayTime;
import city.cockpit.uikit.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;

/** What calendars say, at a moment and in plain words. */
final class CalendarWords {

    private static final int WEEK = 7;

    private final Wording words;
    private final Instant now;
    private final EverydayTime time;
    private final LocalDateTime here;

    CalendarWords(Wording words, Instant now) {
        this.words = words;
        this.now = now;
        this.time = new EverydayTime(words, now);
        this.here = now.atZone(words.formats().zone()).toLocalDateTime();
    }

    String title(Published calendar) {
        return calendar.source().titles().in(words.locale());
    }

    /** What is still to come; nothing of a calendar that nobody should believe any more. */
    List<Entry> listNext(Published calendar) {
        if (calendar.belief(now) == Belief.NONE) return List.of();
        return calendar.entries().stream()
                .filter(entry -> !entry.when().isOver(here))
                .toList();
    }

    /** For a tile: the next ones, of waste those of a day together. */
    List<CalendarMould.Line> listLines(Published calendar, int most) {
        var next = listNext(calendar);
        if (calendar.source().kind() != Kind.WASTE)
            return next.stream()
                    .limit(most)
                    .map(entry -> new CalendarMould.Line(when(entry.when()), entry.title(), entry.place()))
                    .toList();
        return next.stream()
                .collect(groupingBy(entry -> shown(entry.when()), TreeMap::new, mapping(Entry::title, toList())))
                .entrySet()
                .stream()
                .limit(most)
                .map(day -> new CalendarMould.Line(
                        time.day(day.getKey()),
                        words.list(day.getValue().stream().distinct().toList()),
                        ""))
                .toList();
    }

    /** The day at which it stands in a list: what has begun stands at today. */
    LocalDate shown(Entry.When when) {
        var today = here.toLocalDate();
        return when.first().isBefore(today) ? today : when.first();
    }

    /** Such as "morgen, 18 Uhr bis 20 Uhr" or "bis Sonntag". */
    String when(Entry.When when) {
        var isOneDay = when.first().equals(when.last());
        if (when.first().isBefore(here.toLocalDate())) return words.text("calendar.until", end(when));
        var begin = when.from()
                .map(from -> words.text("everyday.day-and-hour", time.day(when.first()), time.hour(from)))
                .orElseGet(() -> time.day(when.first()));
        if (isOneDay && when.until().isEmpty()) return begin;
        return words.text("calendar.from-until", begin, isOneDay ? hours(when) : end(when));
    }

    private String end(Entry.When when) {
        var day = time.day(when.last());
        return when.until()
                .map(until -> words.text("everyday.day-and-hour", day, time.hour(until)))
                .orElse(day);
    }

    private String hours(Entry.When when) {
        return when.until().map(time::hour).orElse("");
    }

    /** Without the day, which stands above; empty of whole days. */
    String hoursOnDay(Entry.When when) {
        if (!when.first().equals(when.last())) return when(when);
        return when.from()
                .map(from -> when.until().isEmpty()
                        ? time.hour(from)
                        : words.text("calendar.from-until", time.hour(from), hours(when)))
                .orElse("");
    }

    /** A day with its date. */
    String day(LocalDate day) {
        var isNear = day.isBefore(here.toLocalDate().plusDays(WEEK));
        return isNear
                ? words.text(
                        "everyday.day-and-hour", time.day(day), words.formats().dayOfYear(day))
                : time.day(day);
    }

    /** Of when it is, and whether to believe it. */
    String standing(Published calendar) {
        var at = calendar.fetchedAt().atZone(words.formats().zone());
        var moment = words.text("everyday.day-and-hour", time.day(at.toLocalDate()), time.hour(at.toLocalTime()));
        return words.text("calendar.standing." + calendar.belief(now), moment);
    }
}
