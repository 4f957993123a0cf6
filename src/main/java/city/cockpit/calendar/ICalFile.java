package city.cockpit.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.property.ValuedProperty;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import city.cockpit.calendar.CalendarText.Content;
import city.cockpit.calendar.Flaw.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in the format of iCalendar (RFC 5545). What recurs is written out for the days that pages show and no others. Files
 * are written by strangers: rules that could keep the cockpit busy are left out, see decision record 0084.
 */
final class ICalFile {

    private static final Logger log = LoggerFactory.getLogger(ICalFile.class);

    private static final int MOST_EVENTS = 20_000;
    private static final int DEEPEST = 5;

    /** Of one event. */
    private static final int MOST_OCCURRENCES = 31 * 24;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int EARLIEST_YEAR = 1900;

    /** What a zone may say of itself: once a year the clocks change. */
    private static final Pattern ZONE_RULE =
            Pattern.compile("(?i)RRULE:FREQ=YEARLY(;(BYMONTH|BYDAY|BYMONTHDAY|UNTIL|WKST|COUNT|INTERVAL=1$)[^;]*)*");

    private static final Set<Frequency> USUAL =
            Set.of(Frequency.YEARLY, Frequency.MONTHLY, Frequency.WEEKLY, Frequency.DAILY);

    private final DayWindow days;
    private final TimeZone zone;
    private final List<Entry> entries = new ArrayList<>();

    private ICalFile(DayWindow days) {
        this.days = days;
        this.zone = TimeZone.getTimeZone(days.zone());
    }

    static Content read(String text, DayWindow days) {
        return isHarmless(text) ? new ICalFile(days).read(text) : new Content.Unreadable(Reason.TOO_MUCH);
    }

    /** The library works rules of zones out and steps into what is nested while it reads; it does not ask how long that takes. */
    private static boolean isHarmless(String text) {
        var depth = 0;
        var inZone = 0;
        for (var line : text.replaceAll("\\R[ \\t]", "").lines().toList()) {
            var start = line.regionMatches(true, 0, "BEGIN:", 0, 6);
            var end = line.regionMatches(true, 0, "END:", 0, 4);
            if (start) depth++;
            if (end) depth--;
            if (depth > DEEPEST) return false;
            if (line.equalsIgnoreCase("BEGIN:VTIMEZONE")) inZone++;
            if (line.equalsIgnoreCase("END:VTIMEZONE")) inZone--;
            var isRule = line.regionMatches(true, 0, "RRULE", 0, 5) || line.regionMatches(true, 0, "EXRULE", 0, 6);
            if (inZone > 0 && isRule && !ZONE_RULE.matcher(line.strip()).matches()) return false;
        }
        return true;
    }

    private Content read(String text) {
        try (var reader = new ICalReader(text)) {
            reader.setDefaultTimezone(zone);
            var patience = new Patience();
            for (var calendar : reader.readAll())
                if (!add(calendar, patience)) return new Content.Unreadable(Reason.TOO_MUCH);
            return new Content.Known(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            // Whatever the library stumbles over was written by somebody else.
            log.debug("A calendar cannot be read", e);
            return new Content.Unreadable(Reason.NOT_A_CALENDAR);
        }
    }

    /** For how long a file may keep a thread busy. */
    private static final class Patience {

        private final long until = System.nanoTime() + PATIENCE.toNanos();

        private boolean isOver() {
            return System.nanoTime() - until > 0;
        }
    }

    /** Returns whether that was not too much. */
    private boolean add(ICalendar calendar, Patience patience) {
        var events = calendar.getEvents();
        if (events.size() > MOST_EVENTS) return false;
        var moved = events.stream()
                .filter(event -> uid(event) != null && ValuedProperty.getValue(event.getRecurrenceId()) != null)
                .collect(groupingBy(
                        event -> String.valueOf(uid(event)),
                        mapping(event -> event.getRecurrenceId().getValue().toInstant(), toSet())));
        for (var event : events) {
            if (patience.isOver()) return false;
            if (event.getStatus() == null || !event.getStatus().isCancelled())
                addIfReadable(event, calendar.getTimezoneInfo(), moved);
        }
        return true;
    }

    private void addIfReadable(VEvent event, TimezoneInfo zones, Map<String, Set<Instant>> moved) {
        try {
            add(event, zones, moved);
        } catch (RuntimeException e) {
            log.debug("An event cannot be read", e);
        }
    }

    private static @Nullable String uid(VEvent event) {
        return ValuedProperty.getValue(event.getUid());
    }

    private void add(VEvent event, TimezoneInfo zones, Map<String, Set<Instant>> moved) {
        var start = Optional.ofNullable(ValuedProperty.getValue(event.getDateStart()))
                .filter(date -> date.getRawComponents() == null
                        || date.getRawComponents().getYear() >= EARLIEST_YEAR);
        if (start.isEmpty()) return;
        var isSingle = event.getRecurrenceId() != null;
        if (isSingle || !recurs(event)) add(event, start.get(), start.get().toInstant());
        else addAll(event, start.get(), zone(event, zones), moved.getOrDefault(String.valueOf(uid(event)), Set.of()));
    }

    /** Of rules that could mean millions of days, nothing but the first is shown. */
    private static boolean recurs(VEvent event) {
        event.removeProperties(ExceptionRule.class);
        var rules = event.getProperties(RecurrenceRule.class);
        if (rules.isEmpty()) return !event.getProperties(RecurrenceDates.class).isEmpty();
        return rules.stream()
                .map(rule -> ValuedProperty.getValue(rule))
                .allMatch(rule -> rule != null && isUsual(rule));
    }

    private static boolean isUsual(Recurrence rule) {
        var aDay = product(rule.getByHour(), rule.getByMinute(), rule.getBySecond());
        return rule.getFrequency() != null
                && USUAL.contains(rule.getFrequency())
                && aDay <= 24
                && (rule.getInterval() == null || (rule.getInterval() > 0 && rule.getInterval() <= 1_000));
    }

    private static long product(List<?>... lists) {
        var product = 1L;
        for (var list : lists) product *= Math.max(1, list.size());
        return product;
    }

    /** In which its rule counts: hours of the town where it names no zone. */
    private TimeZone zone(VEvent event, TimezoneInfo zones) {
        var start = event.getDateStart();
        if (!start.getValue().hasTime()) return TimeZone.getDefault();
        var raw = start.getValue().getRawComponents();
        if (raw != null && raw.isUtc()) return TimeZone.getTimeZone("UTC");
        return Optional.ofNullable(zones.getTimezone(start))
                .map(assigned -> assigned.getTimeZone())
                .orElse(zone);
    }

    private void addAll(VEvent event, ICalDate start, TimeZone own, Set<Instant> moved) {
        var dates = event.getDateIterator(own);
        dates.advanceTo(Date.from(days.begin().minus(length(event, start)).minus(Duration.ofDays(1))));
        for (var count = 0; count < MOST_OCCURRENCES && dates.hasNext(); count++) {
            var at = dates.next().toInstant();
            if (!at.isBefore(days.end())) return;
            if (!moved.contains(at)) add(event, start, at);
        }
    }

    private static Duration length(VEvent event, ICalDate start) {
        var end = ValuedProperty.getValue(event.getDateEnd());
        if (end != null) return Duration.between(start.toInstant(), end.toInstant());
        var duration = ValuedProperty.getValue(event.getDuration());
        return duration == null ? Duration.ZERO : Duration.ofMillis(duration.toMillis());
    }

    private void add(VEvent event, ICalDate start, Instant at) {
        var title = CalendarText.line(text(event.getSummary()));
        if (title.isEmpty()) return;
        var length = length(event, start);
        var when = start.hasTime() ? hours(at, length) : wholeDays(at, length);
        if (days.touches(when))
            entries.add(new Entry(
                    title,
                    CalendarText.line(text(event.getLocation())),
                    CalendarText.link(text(event.getUrl())),
                    when));
    }

    private static String text(@Nullable ValuedProperty<String> property) {
        return Optional.ofNullable(ValuedProperty.getValue(property)).orElse("");
    }

    private Entry.When hours(Instant at, Duration length) {
        var from = at.atZone(days.zone());
        if (!length.isPositive())
            return new Entry.When(
                    from.toLocalDate(), from.toLocalDate(), Optional.of(from.toLocalTime()), Optional.empty());
        var until = at.plus(length).atZone(days.zone());
        // What ends at midnight is not on the day that begins then.
        var isMidnight = until.toLocalTime().equals(LocalTime.MIDNIGHT);
        var last = isMidnight ? until.toLocalDate().minusDays(1) : until.toLocalDate();
        return new Entry.When(
                from.toLocalDate(),
                last,
                Optional.of(from.toLocalTime()),
                isMidnight ? Optional.empty() : Optional.of(until.toLocalTime()));
    }

    /** The end of whole days is the first day after them. The library keeps days as their midnight where the server stands. */
    private static Entry.When wholeDays(Instant at, Duration length) {
        var first = day(at);
        var last = day(at.plus(length)).minusDays(1);
        return Entry.When.days(first, last.isBefore(first) ? first : last);
    }

    /** Nights of the change of clocks are an hour longer or shorter. */
    private static LocalDate day(Instant midnight) {
        return midnight.plus(Duration.ofHours(2))
                .atZone(TimeZone.getDefault().toZoneId())
                .toLocalDate();
    }
}
