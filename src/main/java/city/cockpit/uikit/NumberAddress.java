package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;

import city.cockpit.history.Resolution;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.SeriesId;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One number of any page, exactly as it stands in the address of its evidence: whose, of when, and how it came about. Nobody
 * stores it; whoever opens the address has it computed again.
 *
 * @param series at least one; several for sums only, without repeats
 * @param from begin of the time, or the moment
 * @param to its end; the same moment where there is only one
 * @param steps of which steps a course is made; empty for every other number
 */
public record NumberAddress(List<SeriesId> series, Sort sort, Instant from, Instant to, Optional<Resolution> steps) {

    /** Where all addresses of evidence begin. */
    public static final String PATH = "nachweis";

    /** How a number came about. */
    public enum Sort {
        /** A single reading of that moment. */
        READING("at"),
        /** What the readings of a time come to. */
        SPAN("from"),
        /** The first number of the sentence on a course. */
        COURSE("steps"),
        /** What is usual at the hour of that moment. */
        USUAL("usual"),
        /** The sum of the newest believed readings at that moment. */
        SUM("sum"),
        /** The sum of what each place has counted in the hour up to its newest count at that moment. */
        HOUR_SUM("hours");

        private final String inAddress;

        Sort(String inAddress) {
            this.inAddress = inAddress;
        }
    }

    public NumberAddress {
        series = series.stream().distinct().limit(TimeSeriesQuery.MOST_SERIES).toList();
        if (series.isEmpty() || to.isBefore(from) || steps.isPresent() != (sort == Sort.COURSE))
            throw new IllegalArgumentException("no number of %s: %s to %s".formatted(series, from, to));
    }

    public static NumberAddress reading(SeriesId series, Instant at) {
        return moment(List.of(series), Sort.READING, at);
    }

    public static NumberAddress over(SeriesId series, Interval span) {
        return new NumberAddress(List.of(series), Sort.SPAN, span.from(), span.to(), Optional.empty());
    }

    public static NumberAddress course(SeriesId series, Interval span, Resolution steps) {
        return new NumberAddress(List.of(series), Sort.COURSE, span.from(), span.to(), Optional.of(steps));
    }

    public static NumberAddress usual(SeriesId series, Instant time) {
        return moment(List.of(series), Sort.USUAL, time);
    }

    public static NumberAddress sum(List<SeriesId> series, Instant at) {
        return moment(series, Sort.SUM, at);
    }

    public static NumberAddress hourSum(List<SeriesId> series, Instant at) {
        return moment(series, Sort.HOUR_SUM, at);
    }

    private static NumberAddress moment(List<SeriesId> series, Sort sort, Instant at) {
        return new NumberAddress(series, sort, at, at, Optional.empty());
    }

    /** Where the newest number of a series is proved, whatever it is by then. */
    public static String newest(SeriesId series) {
        return PATH + "/" + series;
    }

    /** What the address says; empty if it names no time, or none that can be. */
    public static Optional<NumberAddress> in(SeriesId first, QueryParameters parameters) {
        var further = parameters.getParameters("with").stream()
                .filter(SeriesId::isWellFormed)
                .map(SeriesId::new);
        var series = Stream.concat(Stream.of(first), further).toList();
        var from = time(parameters, "from");
        var to = time(parameters, "to");
        if (from.isPresent() && to.isPresent() && from.get().isBefore(to.get())) {
            var span = new Interval(from.get(), to.get());
            var steps = parameters.getSingleParameter(Sort.COURSE.inAddress).flatMap(NumberAddress::steps);
            return Optional.of(steps.map(one -> course(first, span, one)).orElseGet(() -> over(first, span)));
        }
        return Stream.of(Sort.READING, Sort.USUAL, Sort.SUM, Sort.HOUR_SUM)
                .flatMap(sort -> time(parameters, sort.inAddress).stream()
                        .map(at -> moment(isSum(sort) ? series : List.of(first), sort, at)))
                .findFirst();
    }

    private static boolean isSum(Sort sort) {
        return sort == Sort.SUM || sort == Sort.HOUR_SUM;
    }

    private static Optional<Resolution> steps(String text) {
        return Arrays.stream(Resolution.values())
                .filter(one -> one.name().equals(text))
                .findFirst();
    }

    /** Nothing was measured before 1970 nor will be after 2199; databases know no more than microseconds. */
    private static Optional<Instant> time(QueryParameters parameters, String name) {
        try {
            return parameters
                    .getSingleParameter(name)
                    .map(Instant::parse)
                    .filter(time -> time.getEpochSecond() >= 0 && time.getEpochSecond() < 7_258_118_400L);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    public Interval span() {
        return new Interval(from, to);
    }

    /** Relative to the begin of all addresses. */
    public String address() {
        var times = switch (sort) {
            case SPAN -> "from=%s&to=%s".formatted(from, to);
            case COURSE -> "from=%s&to=%s&steps=%s".formatted(from, to, steps.orElseThrow());
            case READING, USUAL, SUM, HOUR_SUM -> sort.inAddress + "=" + from;
        };
        var query = Stream.concat(series.stream().skip(1).map(one -> "with=" + one), Stream.of(times))
                .collect(joining("&"));
        return PATH + "/" + series.getFirst() + "?" + query;
    }
}
