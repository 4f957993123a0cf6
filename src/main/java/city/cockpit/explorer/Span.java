package city.cockpit.explorer;

import city.cockpit.measurement.Interval;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The time that somebody looks at, by the clock of the town. */
sealed interface Span {

    /** Nothing was measured before, and nobody plans further. */
    int FIRST_YEAR = 1970;

    int LAST_YEAR = 2199;

    /** The span as it stands in an address, {@code name=value}, joined by {@code &}. */
    String inAddress();

    Interval at(Instant now, ZoneId zone);

    /** The one that ends now. */
    record Latest(Range range) implements Span {

        @Override
        public String inAddress() {
            return "range=" + range.inAddress();
        }

        /** Of 24 hours exactly, of more days by the clock of the town. */
        @Override
        public Interval at(Instant now, ZoneId zone) {
            if (range == Range.DAY) return new Interval(now.minus(Duration.ofDays(1)), now);
            return new Interval(now.atZone(zone).minus(range.length()).toInstant(), now);
        }
    }

    /**
     * Any other one.
     *
     * @param from to the minute
     * @param to to the minute, after {@code from}
     */
    record Between(LocalDateTime from, LocalDateTime to) implements Span {

        public Between {
            if (!isPossible(from, to)) throw new IllegalArgumentException("no span: " + from + " to " + to);
            from = from.truncatedTo(ChronoUnit.MINUTES);
            to = to.truncatedTo(ChronoUnit.MINUTES);
        }

        static boolean isPossible(LocalDateTime from, LocalDateTime to) {
            return from.truncatedTo(ChronoUnit.MINUTES).isBefore(to.truncatedTo(ChronoUnit.MINUTES))
                    && from.getYear() >= FIRST_YEAR
                    && to.getYear() <= LAST_YEAR;
        }

        @Override
        public String inAddress() {
            return "from=%s&to=%s".formatted(from, to);
        }

        /** In the hour that autumn repeats, the first of the two; in the one that spring skips, the same a time later. */
        @Override
        public Interval at(Instant now, ZoneId zone) {
            var begin = from.atZone(zone).toInstant();
            var end = to.atZone(zone).toInstant();
            return new Interval(begin, end.isAfter(begin) ? end : begin.plus(Duration.ofMinutes(1)));
        }
    }

    /** The last 24 hours if the address names no other span, or one that cannot be. */
    static Span in(QueryParameters parameters) {
        var from = parameters.getSingleParameter("from").flatMap(Span::time);
        var to = parameters.getSingleParameter("to").flatMap(Span::time);
        if (from.isPresent() && to.isPresent() && Between.isPossible(from.get(), to.get()))
            return new Between(from.get(), to.get());
        return new Latest(
                parameters.getSingleParameter("range").flatMap(Range::named).orElse(Range.DAY));
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** The span of that interval, to the minute; what is shorter than a minute becomes one. */
    static Span of(Interval interval, ZoneId zone) {
        var from = interval.from().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        var to = interval.to().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        return new Between(from, to.isAfter(from) ? to : from.plusMinutes(1));
    }

    /** Whether the span ends now, so that new values belong to it. */
    default boolean isLive() {
        return this instanceof Latest;
    }

    /** The span before it or after it, of the same length. */
    default Span moved(int times, Instant now, ZoneId zone) {
        var interval = at(now, zone);
        var length = Duration.between(interval.from(), interval.to()).multipliedBy(times);
        return changed(interval, zone, time -> time.plus(length));
    }

    private static Span changed(Interval interval, ZoneId zone, UnaryOperator<Instant> change) {
        return of(new Interval(change.apply(interval.from()), change.apply(interval.to())), zone);
    }

    /**
     * How far back the span lies that it is compared with: whole weeks, at least as long as the span itself, so that a Monday
     * meets a Monday.
     */
    default Period back(Instant now, ZoneId zone) {
        var interval = at(now, zone);
        var days =
                Duration.between(interval.from(), interval.to()).minusHours(2).toDays() + 1;
        return Period.ofWeeks((int) Math.max(1, (days + 6) / 7));
    }
}
