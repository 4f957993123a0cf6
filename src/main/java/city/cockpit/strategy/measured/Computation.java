package city.cockpit.strategy.measured;

import city.cockpit.history.Resolution;
import city.cockpit.history.SoundDay;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeries.Point;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Series;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Binding.Aggregation;
import city.cockpit.strategy.plan.Binding.Places;
import city.cockpit.strategy.progress.IndicatorValue.PlaceValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/**
 * Computes what the sensors of a binding say to a span of days, from hours and days of the history alone. The rules stand in
 * decision record 0042; whoever changes one raises {@link #RULE_VERSION}, so that every value is computed anew.
 */
final class Computation {

    static final int RULE_VERSION = 1;

    /** So many hours are asked for at once; an answer has at most 2,000 points. */
    private static final Duration PIECE = Duration.ofDays(60);

    private static final int DAYS_AT_ONCE = 400;

    /** A night ends at six in the morning of the day after. */
    private static final int END_OF_NIGHT = 6;

    private final Binding binding;
    private final List<Series> series;
    private final TimeSeriesStore history;
    private final ZoneId zone;
    private final Instant now;
    private boolean isComplete = true;

    Computation(Binding binding, List<Series> series, TimeSeriesStore history, ZoneId zone, Instant now) {
        this.binding = binding;
        this.series = series;
        this.history = history;
        this.zone = zone;
        this.now = now;
    }

    /**
     * What all places say together.
     *
     * @param value empty if nothing was measured
     * @param coverage of the time that has passed, 0 to 1
     * @param isComplete whether the history knew everything that is stored
     */
    record Result(OptionalDouble value, double coverage, List<PlaceValue> places, boolean isComplete) {}

    /** What one series says. */
    private record Site(Series series, OptionalDouble value, double coverage) {

        PlaceValue asPlace() {
            return new PlaceValue(series.id().value(), series.place(), value, coverage);
        }
    }

    Result compute(LocalDate from, LocalDate until) {
        if (series.isEmpty()) return new Result(OptionalDouble.empty(), 0, List.of(), true);
        if (binding.places() == Places.ANY) return anywhere(from, until);
        var sites = series.stream().map(one -> site(one, from, until)).toList();
        return together(sites);
    }

    private Site site(Series one, LocalDate from, LocalDate until) {
        return switch (binding.aggregation()) {
            case MEAN_OF_HOURLY_MEANS -> fromHours(one, from, until, values -> mean(one, values));
            case SHARE_OF_HOURS_ABOVE, SHARE_OF_HOURS_FULL ->
                fromHours(one, from, until, values -> percent(values, counts(one)));
            case DAYS_ABOVE -> daysAbove(one, from, until);
            case LDEN, LNIGHT -> sound(one, from, until);
            case SUM, PER_SQUARE_METRE -> sum(one, from, until);
            case AVAILABILITY -> availability(one, from, until);
        };
    }

    // Hours

    private Site fromHours(
            Series one, LocalDate from, LocalDate until, Function<Collection<Double>, OptionalDouble> value) {
        var hours = validHours(one, from, until);
        return new Site(one, value.apply(hours.values()), part(hours.size(), hoursPassed(from, until)));
    }

    private static OptionalDouble mean(Series one, Collection<Double> values) {
        return one.property().kind() == Kind.DECIBEL
                ? SoundMean.of(values)
                : values.stream().mapToDouble(Double::doubleValue).average();
    }

    private static OptionalDouble percent(Collection<Double> values, DoublePredicate counts) {
        if (values.isEmpty()) return OptionalDouble.empty();
        var counted = values.stream().filter(counts::test).count();
        return OptionalDouble.of(100.0 * counted / values.size());
    }

    /** Whether an hour with that mean counts. */
    private DoublePredicate counts(Series one) {
        var level = binding.level().orElse(Double.NaN);
        if (binding.aggregation() != Aggregation.SHARE_OF_HOURS_FULL) return mean -> mean > level;
        var capacity = one.capacity().orElseThrow();
        return free -> 1 - free / capacity > level;
    }

    /** Means of the hours that have values for long enough, by their begin. */
    private Map<Instant, Double> validHours(Series one, LocalDate from, LocalDate until) {
        var valid = new HashMap<Instant, Double>();
        var end = end(until);
        for (var start = start(from); start.isBefore(end); start = start.plus(PIECE)) {
            var stop = start.plus(PIECE).isBefore(end) ? start.plus(PIECE) : end;
            for (var point : read(one, start, stop, Resolution.HOUR).points())
                if (point.coverage() >= Binding.VALID_HOUR && point.value().isPresent())
                    valid.put(point.from(), point.value().getAsDouble());
        }
        return valid;
    }

    private double hoursPassed(LocalDate from, LocalDate until) {
        return (double) Math.max(0, Duration.between(start(from), end(until)).toHours());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The end of the last hour that is over. */
    private Instant end(LocalDate until) {
        var over = now.truncatedTo(ChronoUnit.HOURS);
        return start(until).isBefore(over) ? start(until) : over;
    }

    private Result anywhere(LocalDate from, LocalDate until) {
        Set<Instant> known = new HashSet<>();
        Set<Instant> counted = new HashSet<>();
        var sites = new ArrayList<Site>();
        for (var one : series) {
            var hours = validHours(one, from, until);
            known.addAll(hours.keySet());
            hours.forEach((hour, mean) -> {
                if (counts(one).test(mean)) counted.add(hour);
            });
            sites.add(
                    new Site(one, percent(hours.values(), counts(one)), part(hours.size(), hoursPassed(from, until))));
        }
        var value = known.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(100.0 * counted.size() / known.size());
        return result(value, coverage(sites), sites);
    }

    // Days

    private Site daysAbove(Series one, LocalDate from, LocalDate until) {
        var level = binding.level().orElse(Double.NaN);
        var valid = days(one, from, until).stream()
                .filter(day ->
                        day.coverage() >= Binding.VALID_HOUR && day.value().isPresent())
                .toList();
        var above =
                valid.stream().filter(day -> day.value().getAsDouble() > level).count();
        return new Site(
                one,
                valid.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) above),
                part(valid.size(), daysPassed(from, until)));
    }

    private Site sum(Series one, LocalDate from, LocalDate until) {
        var days = days(one, from, until);
        var sum = days.stream()
                .map(day -> amount(one, day))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return new Site(
                one,
                sum.length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Arrays.stream(sum).sum()),
                covered(days, from, until));
    }

    /** What was counted or used on a day; power in kW comes to kWh over the hours for which it is known. */
    private static OptionalDouble amount(Series one, Point day) {
        return switch (one.property().kind()) {
            case METER, TALLY -> day.value();
            case LEVEL ->
                one.property().unit().ucum().equals("kW") && day.value().isPresent()
                        ? OptionalDouble.of(day.value().getAsDouble()
                                * day.coverage()
                                * Duration.between(day.from(), day.to()).toSeconds()
                                / 3_600)
                        : OptionalDouble.empty();
            case COUNT, DECIBEL, MAXIMUM, PERCENTILE, DIRECTION, STATE -> OptionalDouble.empty();
        };
    }

    /**
     * That a sensor says nothing is what is measured here, so there is always something to say, from the day on which it
     * first spoke: before, it may not have hung there.
     */
    private Site availability(Series one, LocalDate from, LocalDate until) {
        var days = days(one, from, until);
        if (days.isEmpty()) return new Site(one, OptionalDouble.empty(), 0);
        var first = LocalDate.ofInstant(days.getFirst().from(), zone);
        return new Site(one, OptionalDouble.of(100 * covered(days, first, until)), 1);
    }

    private double covered(List<Point> days, LocalDate from, LocalDate until) {
        return part(days.stream().mapToDouble(Point::coverage).sum(), daysPassed(from, until));
    }

    /** Days that are over. */
    private List<Point> days(Series one, LocalDate from, LocalDate until) {
        var points = new ArrayList<Point>();
        var end = lastDay(until, 0);
        for (var start = from; start.isBefore(end); start = start.plusDays(DAYS_AT_ONCE)) {
            var stop = start.plusDays(DAYS_AT_ONCE).isBefore(end) ? start.plusDays(DAYS_AT_ONCE) : end;
            points.addAll(read(one, start(start), start(stop), Resolution.DAY).points());
        }
        return points;
    }

    private double daysPassed(LocalDate from, LocalDate until) {
        return days(from, lastDay(until, 0));
    }

    private static double days(LocalDate from, LocalDate until) {
        return (double) Math.max(0, ChronoUnit.DAYS.between(from, until));
    }

    /** The first day that is not over at that hour of the next day, or the end. */
    private LocalDate lastDay(LocalDate until, int hour) {
        var today = now.atZone(zone).minusHours(hour).toLocalDate();
        return today.isBefore(until) ? today : until;
    }

    // Sound

    private Site sound(Series one, LocalDate from, LocalDate until) {
        var over = lastDay(until, END_OF_NIGHT);
        if (one.property().kind() != Kind.DECIBEL || !from.isBefore(over))
            return new Site(one, OptionalDouble.empty(), 0);
        var days = history.soundDays(one, from, over).stream()
                .filter(day -> day.coverage() >= Binding.VALID_HOUR)
                .toList();
        return new Site(
                one,
                binding.aggregation() == Aggregation.LNIGHT ? level(days, SoundDay::lnight) : lden(days),
                part(days.size(), days(from, over)));
    }

    private static OptionalDouble lden(List<SoundDay> days) {
        var day = level(days, SoundDay::lday);
        var evening = level(days, SoundDay::levening);
        var night = level(days, SoundDay::lnight);
        if (day.isEmpty() || evening.isEmpty() || night.isEmpty()) return OptionalDouble.empty();
        return OptionalDouble.of(SoundMean.lden(day.getAsDouble(), evening.getAsDouble(), night.getAsDouble()));
    }

    private static OptionalDouble level(List<SoundDay> days, Function<SoundDay, OptionalDouble> part) {
        return SoundMean.of(days.stream()
                .map(part)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList());
    }

    // Places

    private Result together(List<Site> sites) {
        var isWhole = binding.places() == Places.TOTAL;
        var used = isWhole ? sites : wellCovered(sites);
        var values = used.stream()
                .map(Site::value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return result(perArea(one(values)), coverage(used), sites);
    }

    /** A place that knows too little neither saves nor spoils the others; if all of them do, they are shown as they are. */
    private List<Site> wellCovered(List<Site> sites) {
        var well = sites.stream()
                .filter(site -> site.value().isPresent() && site.coverage() >= binding.minimumCoverage())
                .toList();
        return well.isEmpty() ? sites : well;
    }

    private OptionalDouble one(List<Double> values) {
        var numbers = values.stream().mapToDouble(Double::doubleValue);
        if (values.isEmpty()) return OptionalDouble.empty();
        return switch (binding.places()) {
            case HIGHEST, ANY -> numbers.max();
            case LOWEST -> numbers.min();
            case MEAN -> isSound() ? SoundMean.of(values) : numbers.average();
            case TOTAL -> OptionalDouble.of(numbers.sum());
        };
    }

    private boolean isSound() {
        return switch (binding.aggregation()) {
            case LDEN, LNIGHT -> true;
            case MEAN_OF_HOURLY_MEANS ->
                series.stream().allMatch(one -> one.property().kind() == Kind.DECIBEL);
            case DAYS_ABOVE, SUM, PER_SQUARE_METRE, SHARE_OF_HOURS_FULL, SHARE_OF_HOURS_ABOVE, AVAILABILITY -> false;
        };
    }

    private OptionalDouble perArea(OptionalDouble value) {
        if (binding.aggregation() != Aggregation.PER_SQUARE_METRE || value.isEmpty()) return value;
        var area = binding.squareMetres();
        return area.isPresent() ? OptionalDouble.of(value.getAsDouble() / area.getAsDouble()) : OptionalDouble.empty();
    }

    private static double coverage(List<Site> sites) {
        return sites.stream().mapToDouble(Site::coverage).average().orElse(0);
    }

    private Result result(OptionalDouble value, double coverage, List<Site> sites) {
        return new Result(value, coverage, sites.stream().map(Site::asPlace).toList(), isComplete);
    }

    private static double part(double some, double all) {
        return all > 0 ? Math.clamp(some / all, 0, 1) : 0;
    }

    private TimeSeries read(Series one, Instant from, Instant to, Resolution resolution) {
        var answer =
                history.read(List.of(one), new Interval(from, to), resolution).getFirst();
        isComplete &= answer.isComplete();
        return answer;
    }
}
