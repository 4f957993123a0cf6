package city.cockpit.calendar;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something in a calendar. Its texts come from outside: one line of bounded length each, and no HTML.
 *
 * @param place may be empty
 * @param link a page about it, {@code http} or {@code https}
 */
public record Entry(String title, String place, Optional<URI> link, When when) implements Comparable<Entry> {

    /** No title and no place is longer. */
    static final int LONGEST_TEXT = 120;

    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> entry.when.first())
            .thenComparing(entry -> entry.when.from().orElse(LocalTime.MIN))
            .thenComparing(Entry::title)
            .thenComparing(Entry::place)
            .thenComparing(entry -> entry.when.last());

    /**
     * By the clock on the wall of the town.
     *
     * @param last the same day as the first, or a later one
     * @param from empty of whole days
     * @param until on the last day; empty if nobody said
     */
    public record When(LocalDate first, LocalDate last, Optional<LocalTime> from, Optional<LocalTime> until) {

        /** What has no end is over after that time. */
        private static final int USUAL_HOURS = 2;

        public When {
            if (last.isBefore(first) || (from.isEmpty() && until.isPresent()))
                throw new IllegalArgumentException("from %s to %s".formatted(first, last));
        }

        public static When days(LocalDate first, LocalDate last) {
            return new When(first, last, Optional.empty(), Optional.empty());
        }

        /** Whether nobody has to go there any more. */
        public boolean isOver(LocalDateTime now) {
            return !now.isBefore(end());
        }

        private LocalDateTime end() {
            if (from.isEmpty()) return last.plusDays(1).atStartOfDay();
            if (until.isPresent()) return last.atTime(until.get());
            return last.atTime(from.get()).plusHours(USUAL_HOURS);
        }
    }

    @Override
    public int compareTo(Entry other) {
        return ORDER.compare(this, other);
    }
}
