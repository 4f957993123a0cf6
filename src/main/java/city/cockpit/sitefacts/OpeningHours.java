package city.cockpit.sitefacts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a site is open, as far as it repeats every week. Written in a part of the notation of OpenStreetMap
 * ({@code opening_hours}): {@code 24/7}, or rules with semicolons between them such as
 * {@code Mo-Fr 06:00-22:00; Sa 08:00-14:00,16:00-20:00; PH off}; of two rules for the same day the later one holds, a day
 * without a rule is closed.
 *
 * @param week what no day says is closed
 * @param holidays on public holidays; empty where nobody said
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week, Optional<List<Span>> holidays) {

    private static final String ALWAYS = "24/7";
    private static final String HOLIDAY = "PH";
    private static final int DAY = 24 * 60;
    private static final int HOUR = 60;
    private static final int LONGEST = 300;
    private static final int DAYS_AHEAD = 8;

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final Pattern RULE = Pattern.compile("(?:([A-Za-z,\\- ]*[A-Za-z])\\s+)?(off|[0-9:,\\- ]+)");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,2}):([0-9]{2})\\s*-\\s*([0-9]{1,2}):([0-9]{2})");

    /**
     * From one minute of a day to another; one after midnight is more than a day.
     *
     * @param from 0 to 1439
     * @param to after from, at most a day later
     */
    public record Span(int from, int to) {

        private static final Span ALL_DAY = new Span(0, DAY);

        public Span {
            if (from < 0 || from >= DAY || to <= from || to > from + DAY)
                throw new IllegalArgumentException("open from %d to %d".formatted(from, to));
        }
    }

    /** Whether somebody can go in at a moment. */
    public sealed interface Standing {

        /**
         * Somebody can.
         *
         * @param until empty if it never closes, or not within a week
         */
        record Open(Optional<Instant> until) implements Standing {}

        /**
         * Nobody can.
         *
         * @param until empty if it does not open within a week
         */
        record Closed(Optional<Instant> until) implements Standing {}
    }

    private record Open(Instant from, Instant to) {}

    public OpeningHours {
        var ordered = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) ordered.put(day, ordered(week.getOrDefault(day, List.of())));
        week = Collections.unmodifiableMap(ordered);
        holidays = isAlways(week)
                ? holidays.or(() -> Optional.of(List.of(Span.ALL_DAY)))
                : holidays.map(OpeningHours::ordered);
    }

    private static List<Span> ordered(List<Span> spans) {
        var sorted = spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
        for (var i = 1; i < sorted.size(); i++)
            if (sorted.get(i).from() < sorted.get(i - 1).to())
                throw new IllegalArgumentException("opening hours that overlap");
        return sorted;
    }

    public static OpeningHours always() {
        return new OpeningHours(
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(Span.ALL_DAY))),
                Optional.of(List.of(Span.ALL_DAY)));
    }

    public boolean isAlways() {
        return isAlways(week);
    }

    private static boolean isAlways(Map<DayOfWeek, List<Span>> week) {
        return week.values().stream().allMatch(List.of(Span.ALL_DAY)::equals);
    }

    /** What stands there in its notation; empty if it means nothing, or more than this understands. */
    public static Optional<OpeningHours> find(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        if (text.strip().equals(ALWAYS)) return Optional.of(always());
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        Optional<List<Span>> holidays = Optional.empty();
        for (var rule : text.split(";", -1)) {
            var parts = RULE.matcher(rule.strip());
            if (!parts.matches()) return Optional.empty();
            var named = parts.group(1);
            var spans = parts.group(2).equals("off") ? Optional.of(List.<Span>of()) : findSpans(parts.group(2));
            var days = named == null ? Optional.<Set<DayOfWeek>>of(EnumSet.allOf(DayOfWeek.class)) : findDays(named);
            if (spans.isEmpty() || days.isEmpty()) return Optional.empty();
            days.get().forEach(day -> week.put(day, spans.get()));
            if (named != null && namesHolidays(named)) holidays = spans;
        }
        try {
            return Optional.of(new OpeningHours(week, holidays));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean namesHolidays(String days) {
        return Arrays.stream(days.split(",", -1)).anyMatch(part -> part.strip().equals(HOLIDAY));
    }

    /** Days with commas between them, or a span of days that may go over the weekend; empty if one is none. */
    private static Optional<Set<DayOfWeek>> findDays(String text) {
        var found = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.split(",", -1)) {
            if (part.strip().equals(HOLIDAY)) continue;
            var ends = Arrays.stream(part.split("-", -1))
                    .map(String::strip)
                    .map(DAYS::indexOf)
                    .toList();
            if (ends.size() > 2 || ends.contains(-1)) return Optional.empty();
            var day = DayOfWeek.of(ends.getFirst() + 1);
            var last = DayOfWeek.of(ends.getLast() + 1);
            found.add(day);
            while (day != last) {
                day = day.plus(1);
                found.add(day);
            }
        }
        return Optional.of(found);
    }

    /** Times with commas between them, such as {@code 08:00-12:30,14:00-18:00}; empty if one is none. */
    public static Optional<List<Span>> findSpans(String text) {
        var spans = new ArrayList<Span>();
        for (var part : text.split(",", -1)) {
            var found = findSpan(part.strip());
            if (found.isEmpty()) return Optional.empty();
            spans.add(found.get());
        }
        try {
            return Optional.of(ordered(spans));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Span> findSpan(String text) {
        var numbers = SPAN.matcher(text);
        if (!numbers.matches()) return Optional.empty();
        var from = minute(numbers.group(1), numbers.group(2));
        var to = minute(numbers.group(3), numbers.group(4));
        if (from < 0 || from >= DAY || to < 0) return Optional.empty();
        return Optional.of(new Span(from, to > from ? to : to + DAY));
    }

    /** Of the day; less than nothing if there is no such time. */
    private static int minute(String hour, String minute) {
        var of = Integer.parseInt(hour) * HOUR + Integer.parseInt(minute);
        return Integer.parseInt(minute) < HOUR && of <= DAY ? of : -1;
    }

    /** Whether it is open then; holidays are like any other day, since nobody here knows which days are some. */
    public Standing at(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var horizon = today.plusDays(DAYS_AHEAD).atStartOfDay(zone).toInstant();
        var open = openBetween(today.minusDays(1), today.plusDays(DAYS_AHEAD), zone);
        for (var one : open) {
            if (now.isBefore(one.from())) return new Standing.Closed(Optional.of(one.from()));
            if (now.isBefore(one.to()))
                return new Standing.Open(Optional.of(one.to()).filter(end -> end.isBefore(horizon)));
        }
        return new Standing.Closed(Optional.empty());
    }

    /** In order; what touches is one. */
    private List<Open> openBetween(LocalDate from, LocalDate until, ZoneId zone) {
        var found = new ArrayList<Open>();
        for (var day = from; day.isBefore(until); day = day.plusDays(1))
            for (var span : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                var next = new Open(moment(day, span.from(), zone), moment(day, span.to(), zone));
                if (!found.isEmpty() && !found.getLast().to().isBefore(next.from())) {
                    var before = found.removeLast();
                    found.add(new Open(before.from(), before.to().isAfter(next.to()) ? before.to() : next.to()));
                } else found.add(next);
            }
        return found;
    }

    /** By the clock on the wall, which jumps twice a year. */
    private static Instant moment(LocalDate day, int minute, ZoneId zone) {
        return day.atStartOfDay()
                .plusMinutes(minute)
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }

    /** In the notation, days that are alike together. */
    public String notation() {
        if (isAlways()) return ALWAYS;
        var rules = new ArrayList<String>();
        for (var group : groups()) if (!group.spans().isEmpty()) rules.add(days(group) + " " + times(group.spans()));
        holidays.ifPresent(spans -> rules.add(HOLIDAY + " " + (spans.isEmpty() ? "off" : times(spans))));
        if (rules.isEmpty()) return "Mo-Su off";
        return String.join("; ", rules);
    }

    /** Days one after the other with the same hours. */
    public record Group(DayOfWeek first, DayOfWeek last, List<Span> spans) {}

    /** The week from Monday to Sunday. */
    public List<Group> groups() {
        var groups = new ArrayList<Group>();
        week.forEach((day, spans) -> {
            if (!groups.isEmpty() && groups.getLast().spans().equals(spans))
                groups.add(new Group(groups.removeLast().first(), day, spans));
            else groups.add(new Group(day, day, spans));
        });
        return groups;
    }

    private static String days(Group group) {
        var first = DAYS.get(group.first().getValue() - 1);
        return group.first() == group.last()
                ? first
                : first + "-" + DAYS.get(group.last().getValue() - 1);
    }

    /** Such as {@code 08:00-12:30,14:00-18:00}. */
    public static String times(List<Span> spans) {
        return spans.stream()
                .map(span -> clock(span.from()) + "-" + clock(span.to() > DAY ? span.to() - DAY : span.to()))
                .collect(Collectors.joining(","));
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }
}
